import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { HARD_TEXTS, type Random } from '@plenary/testing';
import * as Y from 'yjs';
import { ROOT } from '../process/plenary-process.ts';

/** Updates by honest programs, the raw material of dishonest ones. */
export function createCorpus(random: Random): readonly Uint8Array[] {
  return [...typing(random), ...tables(), ...outcomes(random), ...facts(), ...fromElsewhere()];
}

/** Whoever wrote the corpus; fixed, so that a run can be had again. */
const CLIENT = 20_161_012;
/** Larger files only repeat what small ones hold, and slow every mutation down. */
const MOST_BYTES = 60_000;

/** Files written by other versions and implementations, where the folder with shared data lies beside ours. */
function fromElsewhere(): readonly Uint8Array[] {
  const folder = join(ROOT, '../shared/data/yjs');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => join(folder, name))
    .filter((file) => file.endsWith('.bin') && statSync(file).size <= MOST_BYTES)
    .map((file) => new Uint8Array(readFileSync(file)));
}

function recorded(write: (doc: Y.Doc) => void): readonly Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = CLIENT;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  write(doc);
  updates.push(Y.encodeStateAsUpdate(doc));
  return updates;
}

/** People who type, jump, mark, delete and undo. */
function typing(random: Random): readonly Uint8Array[] {
  return recorded((doc) => {
    const text = new Y.XmlText();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [text]);
    doc.getXmlFragment('default').insert(0, [paragraph]);
    for (let step = 0; step < 60; step += 1) {
      const at = random.below(text.length + 1);
      if (text.length > 4 && random.chance(0.25)) text.delete(random.below(text.length - 2), 2);
      else if (text.length > 4 && random.chance(0.2))
        text.format(random.below(text.length - 2), 2, { bold: {} });
      else text.insert(at, random.pick(['a', 'é', 'of ', '👩‍👩‍👧', 'mot\u{202f}!']));
    }
    for (const hard of Object.values(HARD_TEXTS)) text.insert(0, String(hard).slice(0, 200));
  });
}

function tables(): readonly Uint8Array[] {
  return recorded((doc) => {
    const table = new Y.XmlElement('table');
    doc.getXmlFragment('default').insert(0, [table]);
    for (let row = 0; row < 3; row += 1) {
      const cells = Array.from({ length: 3 }, (_, column) => {
        const cell = new Y.XmlElement('tableCell');
        const paragraph = new Y.XmlElement('paragraph');
        paragraph.insert(0, [new Y.XmlText(`${row}/${column}`)]);
        cell.insert(0, [paragraph]);
        return cell;
      });
      const element = new Y.XmlElement('tableRow');
      element.insert(0, cells);
      table.insert(row, [element]);
    }
    table.delete(1, 1);
  });
}

/** Blocks with attributes that are picked, and texts that are written. */
function outcomes(random: Random): readonly Uint8Array[] {
  return recorded((doc) => {
    for (let index = 0; index < 4; index += 1) {
      const block = new Y.XmlElement(`outcome-${index}`);
      block.setAttribute('blockId', `b${index}${random.below(1000)}`);
      block.setAttribute('status', 'proposed');
      block.insert(0, [new Y.XmlText('What was said.')]);
      doc.getXmlFragment('default').push([block]);
      block.setAttribute('status', 'agreed');
      block.removeAttribute('status');
    }
  });
}

function facts(): readonly Uint8Array[] {
  return recorded((doc) => {
    doc.getMap('meta').set('schema', 7);
    doc.getMap('meta').set('nested', { list: [1, 'two', { three: true }], none: null });
    doc.getMap('meta').set('bytes', Uint8Array.of(1, 2, 3));
    doc.getMap('meta').delete('bytes');
  });
}
