/** The Nu Html Checker: where its program for Java lies. */
declare module 'vnu-jar' {
  const path: string;
  export = path;
}
