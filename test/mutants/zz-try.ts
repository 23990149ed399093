import { baseline, examine } from './run.ts';
import { mutants } from './table.ts';
import { writeFileSync, readFileSync, existsSync } from 'node:fs';
const f = '/tmp/mutants-scratch/baseline.json';
let base; if (existsSync(f)) base = JSON.parse(readFileSync(f,'utf8')); else { base = await baseline(); writeFileSync(f, JSON.stringify(base)); }
console.log(mutants.length, base.length);
const want = process.argv.slice(2);
for (const m of mutants) { if (want.length && !want.some((w) => m.id.startsWith(w))) continue; const t=Date.now(); try { const r = await examine(m, base); console.log(r.kills.length ? 'killed  ' : 'SURVIVED', m.id, ((Date.now()-t)/1000).toFixed(1), r.kills.slice(0,4).map(k=>k.caseId).join(' '), r.said ?? '', r.kills.length && !r.kills.some(k=>k.requirements.some(q=>(m.requirements as readonly string[]).includes(q))) ? 'OTHER' : ''); } catch (e) { console.log('ERROR', m.id, e); } }
