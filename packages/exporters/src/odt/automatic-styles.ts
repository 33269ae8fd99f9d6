import { type Attributes, xml, type Xml, xmlJoined } from '../xml/xml.ts';

/** The properties of a style, by the element they stand in: `style:paragraph-properties` and the like. */
export type StyleProperties = Readonly<Record<string, Attributes>>;

/** The styles a file needs beyond those with a name: each combination once, numbered as it is met. */
export class AutomaticStyles {
  readonly #names = new Map<string, string>();
  readonly #written: Xml[] = [];

  /** The name of the style of a family that has these properties. */
  nameOf(family: string, properties: StyleProperties, more: Attributes = {}): string {
    const key = JSON.stringify([family, properties, more]);
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = this.#newName(family, key);
    const inside = Object.entries(properties).map(([element, attributes]) => xml(element, attributes));
    this.#written.push(xml('style:style', { 'style:name': name, 'style:family': family, ...more }, inside));
    return name;
  }

  /** The name of a style that is not made of properties, such as one of lists; `write` is called when it is first met. */
  other(family: string, key: string, write: (name: string) => Xml): string {
    const whole = `${family} ${key}`;
    const known = this.#names.get(whole);
    if (known !== undefined) return known;
    const name = this.#newName(family, whole);
    this.#written.push(write(name));
    return name;
  }

  xml(): Xml {
    return xmlJoined(this.#written);
  }

  #newName(family: string, key: string): string {
    const name = `${family.replaceAll(/[^a-z]/g, '')}${this.#names.size + 1}`;
    this.#names.set(key, name);
    return name;
  }
}

/** A length as the format writes it. */
export function points(twentieths: number): string {
  return `${Math.round(twentieths * 5) / 100}pt`;
}
