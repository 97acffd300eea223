// Files: what is on the page, to be had as tables, charts, a workbook, or a scenario.
import { $, post, postFile, refusedBy } from './program.js';
import { asked } from './question.js';
import { wrong } from './answer.js';

export async function fetched(where, sent, name) {
  const response = await post(where, { question: asked(), ...sent });
  if (!response.ok) return wrong(await refusedBy(response));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

// Each chart of the answer can be had as a file.
export function chartFiles() {
  for (const figure of $('answer').querySelectorAll('figure[data-key]')) {
    const line = document.createElement('p');
    line.className = 'files';
    for (const ending of ['png', 'svg']) {
      const name = `${figure.dataset.key}.${ending}`;
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', textContent: ending.toUpperCase(), title: name });
      button.addEventListener('click', () => fetched('/file', { name }, name));
      line.append(button);
    }
    figure.append(line);
  }
}

// A saved scenario as a question, and what of it there is no lever for.
export async function opened(file) {
  const response = await postFile('/open', await file.text());
  if (response.ok) return response.json();
  wrong(await refusedBy(response));
  return null;
}
