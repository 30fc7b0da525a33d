import { chromium } from 'playwright-core'
const base='http://127.0.0.1:4750'
const b = await chromium.launch({ executablePath:'/usr/bin/chromium', args:['--no-sandbox'] })
const variants={ now: css=>css, nolocal: css=>css.replace(/@font-face\{[^}]*\}/g,''), short: css=>css.replace(/@font-face\{[^}]*\}/g,'').replace(/--font-source:[^;]*;/,'--font-source:serif;').replace(/--font-graph:[^;]*;/,'--font-graph:sans-serif;') }
const path='/entity/region/beijing?lang=en'
const sums={}
for(let i=0;i<4;i++) for(const [n,f] of Object.entries(variants)){
 const c=await b.newContext({viewport:{width:1440,height:900}}); const p=await c.newPage()
 await p.route('**/*.css', async r=>{const x=await r.fetch(); await r.fulfill({response:x, body:f(await x.text())})})
 const s=await c.newCDPSession(p); await s.send('Performance.enable'); await s.send('Emulation.setCPUThrottlingRate',{rate:4})
 const t=performance.now(); await p.goto(base+path,{waitUntil:'commit'}); await p.locator('section[aria-label="Facts"] button').first().waitFor()
 const m=Object.fromEntries((await s.send('Performance.getMetrics')).metrics.map(m=>[m.name,m.value]))
 const row=[m.LayoutDuration,m.RecalcStyleDuration,m.ScriptDuration,m.TaskDuration].map(x=>Math.round(x*1000)).concat(Math.round(performance.now()-t))
 ;(sums[n]??=[]).push(row); await c.close() }
for(const [n,r] of Object.entries(sums)) console.log(n,'layout style script task wall', r.map(x=>x.join('/')).join('  '))
await b.close()
