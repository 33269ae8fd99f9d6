import type { PictureView } from '@plenary/protocol';
import type { Editor } from '@tiptap/core';
import type { Sending } from '../../../api/send-file.ts';

/** How pictures of an editor get to the server. */
export interface PictureDoor {
  readonly path: string;
  /** In a test nothing goes out. */
  readonly send?: (file: File, sending: Sending) => Promise<PictureView>;
}

/** Tells where pictures of this editor go. */
export function openDoor(editor: Editor, door: PictureDoor): void {
  doors.set(editor, door);
}

/** Where they go; undefined where none was opened. */
export function doorOf(editor: Editor): PictureDoor | undefined {
  return doors.get(editor);
}

const doors = new WeakMap<Editor, PictureDoor>();
