import { createJira } from '../sandbox/jira';
import { startSandbox } from '../sandbox/server';
import { loadLargeSite, largeSite } from '../test/bench/page/site';
(async () => {
  const l = await loadLargeSite();
  const s = await startSandbox({ port: 0, parts: { createJira, loadSite: async () => ({ data: largeSite }) } });
  const f = s.forge;
  const drive = { invoke: async (k: string, p: unknown, who: any) => { const t=Date.now(); const r = await f.invoke({ moduleKey: who.moduleKey, functionKey: k, payload: p, accountId: who.as }) as any; if (Date.now()-t>300||!r.ok) console.log(k, r.ok, r.ok?'':JSON.stringify(r), Date.now()-t); if(!r.ok) console.log(JSON.stringify(f.runs.filter(x=>x.logs.length).slice(-2),null,1).slice(0,3000)); s.clock.advance(1000); return r; }, settle: async ()=>{ const t=Date.now(); await f.settle(); console.log('settle',Date.now()-t)} };
  const t = Date.now();
  await l.afterLoad!(drive as any).catch((e:any)=>console.log(e.message));
  console.log('filled', Date.now()-t);
  process.exit();
})();
