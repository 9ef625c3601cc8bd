/* The editor of a program: CodeMirror, with no more of it than a program of a page
   needs. esbuild makes one file of it. */

import {
  defaultKeymap, history, historyKeymap, indentLess, indentMore,
} from "@codemirror/commands";
import {
  LRLanguage, LanguageSupport, indentNodeProp, continuedIndent, indentUnit,
  indentOnInput, bracketMatching, syntaxHighlighting,
} from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration, EditorView, drawSelection, highlightSpecialChars, keymap, lineNumbers,
} from "@codemirror/view";
import { highlightCode, tagHighlighter, tags } from "@lezer/highlight";
import { parser } from "@lezer/python";

/* The classes of Pygments, so that the page's own colours hold. */
const highlighter = tagHighlighter([
  { tag: [tags.keyword, tags.controlKeyword, tags.operatorKeyword,
    tags.definitionKeyword, tags.moduleKeyword], class: "k" },
  { tag: [tags.string, tags.special(tags.string)], class: "s" },
  { tag: tags.docString, class: "sd" },
  { tag: tags.number, class: "mi" },
  { tag: [tags.bool, tags.null, tags.self], class: "kc" },
  { tag: tags.comment, class: "c1" },
]);

const python = new LanguageSupport(LRLanguage.define({
  name: "python",
  parser: parser.configure({
    props: [indentNodeProp.add({
      Body: (context) => {
        const body = context.node.parent;
        const first = body ? context.baseIndentFor(body) : 0;
        return first + context.unit;
      },
      "TupleExpression ArrayExpression DictionaryExpression ArgList ParamList":
        continuedIndent(),
    })],
  }),
  languageData: {
    commentTokens: { line: "#" },
    closeBrackets: { brackets: ["(", "[", "{"] },
    indentOnInput: /^\s*([}\])]|else:|elif |except |finally:)$/,
  },
}));

const setErrorLine = StateEffect.define();
const errorLine = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    let after = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects) {
      if (!effect.is(setErrorLine)) continue;
      const { doc } = transaction.state;
      const isThere = effect.value >= 1 && effect.value <= doc.lines;
      after = isThere
        ? Decoration.set(Decoration.line({ class: "proof-error-line" })
          .range(doc.line(effect.value).from))
        : Decoration.none;
    }
    return after;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** An editor in an element.

    Tab indents; Escape and then Tab leaves, as accessibility wants it. */
export class Editor {
  constructor(parent, text, { label, onRun }) {
    let leaves = false;
    const tab = (command) => (view) => {
      if (leaves) return false;
      return command(view);
    };
    const indent = (view) => {
      const { state } = view;
      if (state.selection.ranges.some((range) => !range.empty)) return indentMore(view);
      view.dispatch(state.update(state.replaceSelection("    "), { userEvent: "input" }));
      return true;
    };
    this.view = new EditorView({
      parent,
      doc: text,
      extensions: [
        lineNumbers(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        EditorState.tabSize.of(4),
        indentUnit.of("    "),
        indentOnInput(),
        bracketMatching(),
        python,
        syntaxHighlighting(highlighter),
        errorLine,
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
        EditorView.domEventHandlers({
          keydown(event) {
            if (event.key == "Escape") leaves = true;
            else if (event.key != "Tab" && event.key != "Shift") leaves = false;
            return false;
          },
          focus() {
            leaves = false;
          },
        }),
        keymap.of([
          { key: "Ctrl-Enter", mac: "Cmd-Enter", run: () => (onRun(), true) },
          { key: "Tab", run: tab(indent), shift: tab(indentLess) },
          ...defaultKeymap, ...historyKeymap,
        ]),
      ],
    });
  }

  get text() {
    return this.view.state.doc.toString();
  }

  set text(text) {
    const { doc } = this.view.state;
    this.view.dispatch({ changes: { from: 0, to: doc.length, insert: text } });
  }

  focus() {
    this.view.focus();
  }

  /** Go to the editor, and select in it, counted in characters from 0. */
  select(anchor, head) {
    this.view.dispatch({ selection: { anchor, head } });
    this.focus();
  }

  /** Mark a line, counted from 1; null: none. */
  markError(line) {
    this.view.dispatch({ effects: setErrorLine.of(line ?? 0) });
  }

  destroy() {
    this.view.destroy();
  }
}

/** The lines of a program, each as texts and elements in the page's colours. */
export function highlighted(text) {
  const lines = [[]];
  const put = (piece, classes) => {
    const [first, ...others] = piece.split("\n");
    const add = (part) => {
      if (!part) return;
      if (!classes) return lines.at(-1).push(part);
      const span = document.createElement("span");
      span.className = classes;
      span.textContent = part;
      lines.at(-1).push(span);
    };
    add(first);
    for (const other of others) {
      lines.push([]);
      add(other);
    }
  };
  highlightCode(text, parser.parse(text), highlighter, put, () => put("\n", ""));
  return lines;
}
