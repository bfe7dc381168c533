// Compiles the mails that ship with the market, so that no process that only sends loads MJML:
// npx tsx subgraphs/notifications/src/clients/templates/write-built-ins.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { templateLocales } from '../../domain/template/contract.ts';
import { templateKinds } from '../../domain/template/facts.ts';
import { builtInHtmlFile, builtInSource } from './built-in.ts';
import { compileMjml } from './mjml.ts';

for (const kind of templateKinds)
  for (const locale of templateLocales) {
    const compiled = await compileMjml(builtInSource(kind, 'EMAIL', locale).mjml ?? '');
    if ('problems' in compiled) throw new Error(`${kind} (${locale}): ${JSON.stringify(compiled.problems)}`);
    const file = builtInHtmlFile(kind, locale);
    mkdirSync(new URL('.', file), { recursive: true });
    writeFileSync(file, compiled.html);
  }
