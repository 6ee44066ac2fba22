import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { houseFontPath } from './glyph-paths.ts';

/**
 * PDFium looks for fonts that a PDF does not bring along in /usr/share/fonts of the memory file system it lives
 * in, which is empty: Chinese text in such a PDF would be invisible without a word. Its file system cannot be
 * filled from outside, so this stands between the two: at the first look into that folder the house font is
 * written to /tmp of the memory file system, and paths into the folder lead there.
 */
const fontFolder = '/usr/share/fonts';
const roomFolder = '/tmp';
const wasmPath = fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'));

/** Flags of the C library PDFium was built with: write only, create. */
const createFlags = 1 | 64;

type Call = (...values: number[]) => unknown;
type Machine = { memory: WebAssembly.Memory; malloc: Call; free: Call };

/** For PDFiumLibrary.init: starts the module with a font for whatever has none. */
export function instantiateWithHouseFont(
  imports: WebAssembly.Imports,
  receive: (instance: WebAssembly.Instance) => void,
): WebAssembly.Exports {
  const system = imports['env'] ?? {};
  const files = imports['wasi_snapshot_preview1'] ?? {};
  const original = { ...system };
  const call = (name: string): Call => callable(original[name] ?? files[name]);
  const state: { machine?: Machine; isFilled: boolean } = { isFilled: false };

  /** The same call with its path argument led into the room, the font being there by then. */
  const redirected =
    (name: string, pathAt: number): Call =>
    (...values) => {
      const { machine } = state;
      const path = machine === undefined ? '' : textAt(machine.memory, values[pathAt] ?? 0);
      if (machine === undefined || !path.startsWith(fontFolder)) {
        return call(name)(...values);
      }
      if (!state.isFilled) {
        state.isFilled = true;
        writeFont(machine, call);
      }
      const pointer = placeText(machine, path.replace(fontFolder, roomFolder));
      const reply = call(name)(...values.with(pathAt, pointer));
      machine.free(pointer);
      return reply;
    };

  system['__syscall_openat'] = redirected('__syscall_openat', 1);
  system['__syscall_newfstatat'] = redirected('__syscall_newfstatat', 1);
  system['__syscall_stat64'] = redirected('__syscall_stat64', 0);
  system['__syscall_lstat64'] = redirected('__syscall_lstat64', 0);
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasmPath)), imports);
  state.machine = machineOf(instance.exports);
  receive(instance);
  return instance.exports;
}

function machineOf({ memory, malloc, free }: WebAssembly.Exports): Machine {
  if (!(memory instanceof WebAssembly.Memory)) {
    throw new TypeError('PDFium exports no memory.');
  }
  return { memory, malloc: callable(malloc), free: callable(free) };
}

function callable(value: unknown): Call {
  if (typeof value !== 'function') {
    throw new TypeError('PDFium lacks a function that is needed for fonts.');
  }
  return (...values) => value(...values);
}

function textAt(memory: WebAssembly.Memory, pointer: number): string {
  const bytes = new Uint8Array(memory.buffer, pointer);
  return Buffer.from(bytes.subarray(0, bytes.indexOf(0))).toString();
}

function place(machine: Machine, bytes: Uint8Array): number {
  const pointer = Number(machine.malloc(bytes.length));
  new Uint8Array(machine.memory.buffer).set(bytes, pointer);
  return pointer;
}

function placeText(machine: Machine, text: string): number {
  return place(machine, Buffer.from(`${text}\0`));
}

function writeFont(machine: Machine, call: (name: string) => Call): void {
  const font = readFileSync(houseFontPath);
  const mode = place(machine, Buffer.from(new Uint32Array([0o644]).buffer));
  const path = placeText(machine, `${roomFolder}/house.ttf`);
  const file = Number(call('__syscall_openat')(0, path, createFlags, mode));
  const bytes = place(machine, font);
  const vector = place(machine, Buffer.from(new Uint32Array([bytes, font.length, 0]).buffer));
  call('fd_write')(file, vector, 1, vector + 8);
  call('fd_close')(file);
  [mode, path, bytes, vector].forEach((pointer) => machine.free(pointer));
}
