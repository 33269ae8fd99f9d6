/** Whether a note in Markdown uses what only HedgeDoc and its relatives know. */
export function isHedgedoc(bytes: Uint8Array): boolean {
  return SIGNS.test(new TextDecoder().decode(bytes.subarray(0, START)));
}

/** Reading a plain note as one of HedgeDoc's changes nothing, so it is enough to look at a good part of a long one. */
const START = 256 * 1024;

const SIGNS =
  /^[ >\t]*:::|^[ \t]*\[TOC\]|\{%|\[(?:name|time|color)=|==[^\s=]|\+\+[^\s+]|^[ \t]*(?:`{3,}|~{3,})[\w-]*[=!]|[ \t]=\d*x\d*\)|\w(?:\^[^\s^]+\^|~[^\s~]+~)/im;
