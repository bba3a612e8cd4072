// The structured data testing tool over many pages: reads [{address, html, schemas, presets}] from stdin and writes
// [[sentence]].
const { structuredDataTest } = require('structured-data-testing-tool')
const presets = require('structured-data-testing-tool/presets')

const sentence = test => `${test.description || test.test}${test.error ? `: ${test.error.message || test.error}` : ''}`

async function failures({ html, schemas, presets: names }) {
  const options = { schemas, presets: names.map(name => presets[name]) }
  const result = await structuredDataTest(html, options).catch(error => {
    if (error.type !== 'VALIDATION_FAILED') throw error
    return error.res
  })
  return result.failed.map(sentence)
}

async function main() {
  const chunks = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  const found = []
  for (const page of JSON.parse(Buffer.concat(chunks))) found.push(await failures(page))
  process.stdout.write(JSON.stringify(found))
}

main().catch(error => {
  console.error(error)
  process.exit(2)
})
