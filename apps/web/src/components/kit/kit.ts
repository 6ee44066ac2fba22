// The kit's styles, one component at a time and in the kit's own order: each line is paid for when the first dialog opens.
// A component without its line looks broken but throws nothing; kit.test.ts compares this list with what is imported. The
// kit's own rules for the whole page (baseline, global) stay out: the page has its own.
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
