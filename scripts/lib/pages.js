// Pages of codesent in Chromium, looked at by axe. Called by scripts/pages: node pages.js FOLDER OUT CHROMIUM

const fs = require('node:fs')
const path = require('node:path')
const { pathToFileURL } = require('node:url')
const { chromium } = require('playwright-core')

const [folder, out, executablePath] = process.argv.slice(2)
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const files = fs.readdirSync(folder).filter(name => name.endsWith('.html')).sort()
// Pictures of these are kept, and their prints measured.
const SHOWN = ['check-dns-filter', 'report-dns-filter', 'check-healthy', 'report-healthy', 'check-odd-hostile-false']
const wrong = []

async function look (browser, file, colorScheme, width) {
  const name = path.basename(file, '.html')
  const at = `${name}, ${colorScheme}, ${width}`
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true })
  const page = await context.newPage()
  const ran = []
  page.on('dialog', async dialog => { ran.push('a dialog'); await dialog.dismiss() })
  page.on('request', request => { if (request.url() !== page.url() && !request.isNavigationRequest()) ran.push(request.url()) })
  page.on('pageerror', error => ran.push(String(error)))
  await page.goto(pathToFileURL(path.join(folder, file)).href)
  const seen = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth - window.innerWidth,
    ground: getComputedStyle(document.body).backgroundColor,
    scripts: document.querySelectorAll('script, iframe, object, embed, img, form, link, base').length,
    handlers: [...document.querySelectorAll('*')].filter(one => [...one.attributes].some(({ name }) => name.startsWith('on'))).length,
    links: [...document.links].map(link => link.getAttribute('href'))
  }))
  if (seen.wide > 0) wrong.push(`${at}: ${seen.wide} pixels stick out`)
  if (seen.scripts || seen.handlers) wrong.push(`${at}: ${seen.scripts} elements and ${seen.handlers} handlers that could run or load`)
  const dark = colorScheme === 'dark'
  const light = Number(/\d+/.exec(seen.ground)[0]) > 127
  if (dark === light) wrong.push(`${at}: the ground is ${seen.ground}`)
  for (const link of seen.links) {
    if (!/^(https:\/\/support\.apple\.com\/|x-apple\.systempreferences:|http:\/\/captive\.apple\.com$)/.test(link)) wrong.push(`${at}: a link to ${link}`)
  }
  // What is folded is read too.
  await page.evaluate(() => document.querySelectorAll('details').forEach(one => { one.open = true }))
  await page.evaluate(axe)
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  for (const { id, nodes } of found.violations) wrong.push(`${at}: axe: ${id}, ${nodes.length} times: ${nodes[0].html.slice(0, 120)}`)
  if (ran.length) wrong.push(`${at}: ran or loaded ${ran.join(', ')}`)
  if (SHOWN.includes(name)) {
    await page.reload()
    await page.screenshot({ path: path.join(out, `${name}-${colorScheme}-${width}.png`), fullPage: true })
    if (width === 1200 && !dark) {
      const pdf = await page.pdf({ path: path.join(out, `${name}.pdf`), format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } })
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length
      console.log(`${name} prints on ${pages} pages`)
      if (name.endsWith('dns-filter') && pages > 2) wrong.push(`${name}: one fault prints on ${pages} pages`)
    }
  }
  await context.close()
}

// The policy itself, which is bypassed for axe: a script that somebody got into the page does not run.
async function policy (browser) {
  const page = await browser.newPage()
  const text = fs.readFileSync(path.join(folder, files[0]), 'utf8')
  const file = path.join(folder, 'broken-into.htm')
  fs.writeFileSync(file, text.replace('</main>', '<img src="x" onerror="document.title=\'ran\'"><script>document.title="ran"</script></main>'))
  await page.goto(pathToFileURL(file).href)
  if (await page.title() === 'ran') wrong.push('the policy lets a script run')
  await page.close()
}

async function main () {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  // Those that are shown in all four ways; of the others, whose markup is the same, the hostile ones and some narrow.
  let count = 0
  for (const [at, file] of files.entries()) {
    const all = SHOWN.includes(path.basename(file, '.html'))
    if (!all && !file.includes('hostile') && at % 8) continue
    for (const colorScheme of all ? ['light', 'dark'] : [at % 2 ? 'light' : 'dark']) {
      for (const width of all ? [1200, 375] : [375]) {
        await look(browser, file, colorScheme, width)
        count += 1
      }
    }
  }
  await policy(browser)
  await browser.close()
  console.log(wrong.slice(0, 40).join('\n') || `pages: ${count} looks at ${files.length} pages, nothing to say; screenshots are in ${out}`)
  process.exit(wrong.length ? 1 : 0)
}

main().catch(error => { console.error(error); process.exit(1) })
