// @vitest-environment jsdom
import type { InvitationPreview } from '@plenary/protocol';
import { act } from 'preact/test-utils';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { startI18n } from '../../i18n/i18n.ts';
import { NameForm } from './name-form.tsx';

const invitation: InvitationPreview = {
  summit: { slug: 'pb', title: 'Sommet', whenAndWhere: 'Paris', lang: 'fr' },
  role: 'participant',
};
const joined = {
  person: { id: 'p', name: 'Ana', colour: 0, memberships: [] },
  summit: { id: 's', slug: 'pb', title: 'Sommet' },
  group: 'g1',
};

let place: HTMLElement;
let root: Root;
let where: ReturnType<typeof memoryLocation>;

async function show(shown: InvitationPreview): Promise<void> {
  where = memoryLocation({ path: '/join/K7MP-3XQ9', record: true });
  await act(async () =>
    root.render(
      <Router hook={where.hook}>
        <NameForm codeOrToken="K7MP-3XQ9" invitation={shown} />
      </Router>,
    ),
  );
}
const type = (text: string) => {
  const input = place.querySelector('input')!;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
};
const press = () =>
  act(async () => {
    place.querySelector('button')?.click();
    // The answer of the stubbed server takes a few turns.
    await new Promise((resolve) => setImmediate(resolve));
  });

beforeAll(() => {
  localStorage.setItem('plenary/language', 'fr');
  startI18n();
});
beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
});
afterEach(async () => {
  await act(async () => root.unmount());
  place.remove();
});

describe('name form', () => {
  it('asks for a name before it asks the server', async () => {
    vi.stubGlobal('fetch', vi.fn());
    await show(invitation);
    await press();
    expect(place.querySelector('[role=alert]')?.textContent).toBe('Indiquez votre nom.');
    expect(place.querySelector('input')?.getAttribute('aria-invalid')).toBe('true');
    expect(fetch).not.toHaveBeenCalled();
  });

  it('joins with the code and goes to the group of the invitation', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Promise.resolve(Response.json(joined))),
    );
    await show(invitation);
    await act(async () => type('Ana'));
    await press();
    const [, init] = vi.mocked(fetch).mock.calls[0]!;
    expect(init?.body).toBe('{"code":"K7MP-3XQ9","name":"Ana"}');
    expect(where.history.at(-1)).toBe('/s/pb/g/g1');
  });

  it('says what the server says, and lets one try again', async () => {
    const problem = { code: 'name-taken', detail: 'Quelqu’un porte déjà ce nom.' };
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Promise.resolve(Response.json(problem, { status: 409 }))),
    );
    await show(invitation);
    await act(async () => type('Ana'));
    await press();
    expect(place.querySelector('[role=alert]')?.textContent).toBe('Quelqu’un porte déjà ce nom.');
    await press();
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('offers whoever is known here to go on under the same name', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Promise.resolve(Response.json(joined))),
    );
    await show({ ...invitation, me: { id: 'p', name: 'Ana', colour: 0, memberships: [] } });
    expect(place.querySelector('input')).toBeNull();
    expect(place.querySelector('button')?.textContent).toBe('Continuer en tant que Ana');
    await press();
    expect(where.history.at(-1)).toBe('/s/pb/g/g1');
  });
});
