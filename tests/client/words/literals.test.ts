import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'

const client = join(import.meta.dirname, '../../../client')

/** Attributes whose value a person reads or hears. */
const spoken = new Set([
  'label',
  'aria-label',
  'aria-description',
  'title',
  'placeholder',
  'alt',
  'text',
  'help',
  'error',
  'heading',
  'verb',
  'note',
])

test('[UI1] no component holds a sentence of its own', () => {
  const found = filesBelow(client)
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) => literalsIn(path, readFileSync(path, 'utf8')))
  expect(found).toEqual([])
})

test('[UI1] a planted sentence is found, in text, in an attribute and in an expression', () => {
  const planted = `
    export const A = () => <p>Hello</p>
    export const B = () => <input aria-label="Name" />
    export const C = (x: boolean) => <p>{x ? 'Yes' : null}</p>
    export const D = () => <b>{\`Item \${1}\`}</b>
    export const E = () => <Button label={'Go'} />
    export const F = () => <p className="row" lang="en">{t('fine')} · 13:15</p>`
  const found = literalsIn('planted.tsx', planted).map((line) => line.split(': ').at(-1))
  expect(found).toEqual(['Hello', 'Name', 'Yes', 'Item ', 'Go'])
})

function literalsIn(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const found: string[] = []
  const say = (node: ts.Node, words: string) => {
    if (!/\p{L}/u.test(words)) return
    const { line } = source.getLineAndCharacterOfPosition(node.getStart())
    found.push(`${path.replace(client, 'client')}:${line + 1}: ${words}`)
  }
  const visit = (node: ts.Node): void => {
    // Keys are never translated: what stands on a cap is the key itself.
    if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Kbd') return
    if (ts.isJsxText(node)) say(node, node.text.trim())
    else if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer)) say(node, node.initializer.text)
      else if (ts.isJsxExpression(node.initializer) && node.initializer.expression)
        literalValues(node.initializer.expression, say)
    } else if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) literalValues(node.expression, say)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The literals an expression may come out as; what it only passes on (keys of the catalogue) is not looked at. */
function literalValues(expression: ts.Expression, say: (node: ts.Node, words: string) => void): void {
  if (ts.isStringLiteral(expression) || ts.isNoSubstitutionTemplateLiteral(expression)) say(expression, expression.text)
  else if (ts.isTemplateExpression(expression)) {
    say(expression, [expression.head, ...expression.templateSpans.map((span) => span.literal)].map((part) => part.text).join(''))
  } else if (ts.isParenthesizedExpression(expression)) literalValues(expression.expression, say)
  else if (ts.isConditionalExpression(expression)) {
    literalValues(expression.whenTrue, say)
    literalValues(expression.whenFalse, say)
  } else if (ts.isBinaryExpression(expression)) {
    const joins = [
      ts.SyntaxKind.BarBarToken,
      ts.SyntaxKind.QuestionQuestionToken,
      ts.SyntaxKind.AmpersandAmpersandToken,
      ts.SyntaxKind.PlusToken,
    ]
    if (!joins.includes(expression.operatorToken.kind)) return
    literalValues(expression.left, say)
    literalValues(expression.right, say)
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
