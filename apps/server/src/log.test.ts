import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startProcess } from '../fixtures/process.ts';
import { ask } from '../fixtures/request.ts';
import { openWriter } from '../fixtures/writer.ts';

test(
  'a whole journey at the finest level logs no name, code, token or text',
  { timeout: 60_000 },
  async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'plenary-log-'));
    const server = await startProcess({ dataDir, environment: { LOG_LEVEL: 'trace' } });
    onTestFinished(() => {
      server.child.kill('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    });
    const secrets: string[] = [];
    const keep = (value: string): string => {
      secrets.push(value);
      return value;
    };
    const code = keep((await server.ready).split('/').at(-1) ?? '');
    // A person opens the link, joins, mistypes, looks around.
    const { port } = server;
    const name = keep('Zénobie Quatremère');
    await ask(port, { path: `/join/${code}`, headers: { accept: 'text/html' } });
    await ask(port, { path: `/api/join/${code}` });
    await ask(port, { path: `/api/join/${keep('WRONGCDE')}` });
    const joined = await ask(port, { method: 'POST', path: '/api/join', body: { code, name } });
    const cookie = joined.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    keep(cookie.split('=')[1] ?? '');
    const headers = { cookie };
    const { summit } = joined.json as { summit: { id: string } };
    const at = `/api/summits/${summit.id}`;
    const { json } = await ask(port, { path: `${at}/groups`, headers });
    const group = (json as { groups: { id: string }[] }).groups[0]!.id;
    const body = { role: 'participant', group };
    const invitation = await ask(port, { method: 'POST', path: `${at}/invitations`, headers, body });
    const invited = invitation.json as { id: string; code: string; token: string };
    keep(invited.code);
    keep(invited.token);
    // They write, and so does a program, which is then cut off.
    const writer = openWriter({ port, group, headers, plenary: true });
    await writer.synced;
    const words = keep('phrase-que-personne-ne-journalise');
    await writer.acknowledgement(writer.write(words));
    writer.socket.send(keep('texte-en-clair'));
    await writer.closed;
    const program = openWriter({ port, group, headers: { authorization: `Bearer ${invited.token}` } });
    await program.synced;
    await ask(port, { method: 'DELETE', path: `${at}/invitations/${invited.id}`, headers });
    await program.closed;
    // What goes wrong quotes nothing either.
    await ask(port, { method: 'POST', path: '/api/join', body: `{"name":"${keep('json-cassé')}` });
    await ask(port, { path: `/${keep('adresse-privée').replace('é', '%C3%A9')}/%E0`, headers });
    await ask(port, { path: `${at}/report?format=${keep('papyrus-secret')}`, headers });
    await ask(port, { path: `${at}/report?format=html`, headers });
    // The command line has its key.
    const door = JSON.parse(readFileSync(join(dataDir, 'control.json'), 'utf8')) as {
      port: number;
      key: string;
    };
    const authorization = `Bearer ${keep(door.key)}`;
    const programme = { name: 'create', args: { programme: keep('programme-illisible') } };
    await ask(door.port, { method: 'POST', path: '/command', headers: { authorization }, body: programme });
    server.child.kill('SIGTERM');
    await server.exited;

    const lines = server
      .out()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    expect(lines.length).toBeGreaterThan(10);
    const logged = lines.join('\n') + server.err();
    expect(secrets.filter((secret) => secret.length < 6)).toEqual([]);
    for (const secret of secrets) expect(logged).not.toContain(secret);
    expect(logged).toContain('"route":"/api/join/:code"');
    expect(server.err()).toBe('');
  },
);
