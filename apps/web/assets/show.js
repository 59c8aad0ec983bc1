// Adds a button to hidden fields that shows what was typed. Without it the pages work all the same.
for (const input of document.querySelectorAll('input[data-hideable]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'show';
  button.textContent = 'Show';
  button.setAttribute('aria-controls', input.id);
  const show = (visible) => {
    input.type = visible ? 'text' : 'password';
    button.textContent = visible ? 'Hide' : 'Show';
  };
  button.addEventListener('click', () => show(input.type === 'password'));
  input.form.addEventListener('submit', () => show(false));
  input.after(button);
}
