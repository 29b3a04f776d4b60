import type { ExcelHost } from '../excel-host.ts';
import type { CellComment, Sheet } from '../grid.ts';
import { defineType, type Arguments, type HostObject, type HostType } from '../host-object.ts';
import { HostError, invalidArgument, itemNotFound } from '../wire.ts';
import { checkOption } from './access.ts';
import { rangeType, type RangeTarget } from './range.ts';

interface CommentTarget {
  sheet: Sheet;
  row: number;
  column: number;
  comment: CellComment;
}

/** A threaded comment. Replies and mentions are not offered. */
const commentType: HostType<CommentTarget> = defineType('Comment', {
  identity: ({ comment }) => ({ Id: comment.id }),
  scalars: {
    Id: ({ comment }) => comment.id,
    Content: ({ comment }) => comment.content,
    AuthorName: () => '协会工作人员',
    CreationDate: ({ comment }) => comment.createdAt,
  },
  setters: {
    Content({ sheet, comment }, value, host) {
      if (typeof value !== 'string' || value === '') throw invalidArgument('content of a comment');
      checkOption(host, sheet, 'allowEditObjects');
      comment.content = value;
      host.touched();
    },
  },
  finders: {
    GetLocation: ({ sheet, row, column }, _, host) =>
      rangeType.make({ sheet, block: { row, column, rows: 1, columns: 1 } }, host),
  },
  commands: {
    Delete({ sheet, row, column }, _, host) {
      checkOption(host, sheet, 'allowEditObjects');
      sheet.touch(row, column).comment = null;
      host.touched();
    },
  },
});

interface CommentsTarget {
  /** The sheets whose comments the collection holds: one, or all of the workbook. */
  sheets: Sheet[];
}

function all({ sheets }: CommentsTarget): CommentTarget[] {
  return sheets.flatMap((sheet) =>
    sheet
      .cells()
      .flatMap(({ row, column, cell }) => (cell.comment ? [{ sheet, row, column, comment: cell.comment }] : [])),
  );
}

function find(target: CommentsTarget, id: string, host: ExcelHost): HostObject | null {
  const found = all(target).find(({ comment }) => comment.id === id);
  return found ? commentType.make(found, host) : null;
}

/** The one cell that the first argument means: a Range, or an address with its sheet name. */
function oneCell(args: Arguments, host: ExcelHost): RangeTarget {
  const place = args.objectOf(0, rangeType) ?? host.model.locate(args.text(0));
  if (!place || place.block.rows * place.block.columns !== 1)
    throw invalidArgument('one cell with its sheet is wanted');
  return place;
}

/** `workbook.comments` or `worksheet.comments`. */
export const commentsType: HostType<CommentsTarget> = defineType('CommentCollection', {
  items: (target, host) => all(target).map((comment) => commentType.make(comment, host)),
  item: find,
  finders: {
    GetItemOrNullObject: (target, args, host) => find(target, args.key(0), host),
    GetItemByCell(_, args, host) {
      const { sheet, block } = oneCell(args, host);
      const { comment } = sheet.peek(block.row, block.column);
      if (!comment) throw itemNotFound('comment of the cell');
      return commentType.make({ sheet, row: block.row, column: block.column, comment }, host);
    },
  },
  answers: { GetCount: (target) => all(target).length },
  makers: {
    Add(_, args, host) {
      const { sheet, block } = oneCell(args, host);
      const content = args.text(1);
      checkOption(host, sheet, 'allowEditObjects');
      const cell = sheet.touch(block.row, block.column);
      if (cell.comment) throw new HostError('ItemAlreadyExists', 'The cell has a comment already.', 409);
      cell.comment = { id: host.model.newId(), content, createdAt: new Date().toISOString() };
      host.touched();
      return commentType.make({ sheet, row: block.row, column: block.column, comment: cell.comment }, host);
    },
  },
});
