import type { Composition } from './compose.ts';

/** What the terminal shows once the server listens: the settings and one link per summit for its organisers. */
export async function welcome({ context, config }: Composition, port: number): Promise<string> {
  const lines = [
    '',
    `  Plenary is ready: ${config.publicUrl}`,
    `  data ${config.dataDir} · port ${port} on ${config.host} · log level ${config.logLevel}`,
    '',
  ];
  for (const summit of await context.summits.summits()) {
    const invitations = await context.summits.invitations(summit.id);
    const organiser = invitations.find(
      ({ role, group, revokedAt }) => role === 'organiser' && group === undefined && revokedAt === undefined,
    );
    lines.push(`  ${summit.title}`);
    if (organiser !== undefined) lines.push(`  organiser’s link: ${config.publicUrl}/join/${organiser.code}`);
    lines.push('');
  }
  lines.push('  Ctrl-C saves everything and leaves.', '');
  return lines.join('\n');
}
