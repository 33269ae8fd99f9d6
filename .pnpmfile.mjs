// The node-* packages publish `os` and `cpu` as strings; pnpm filters only on arrays and would install every platform's Node.
const asArray = (value) => (typeof value === 'string' ? [value] : value);

export const hooks = {
  readPackage(pkg) {
    if (/^node-(bin-)?(linux|darwin|win)-/.test(pkg.name ?? '')) {
      pkg.os = asArray(pkg.os);
      pkg.cpu = asArray(pkg.cpu);
    }
    return pkg;
  },
};
