/** Hands a file to the browser's own way of saving. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun by then; what it saves it keeps.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
