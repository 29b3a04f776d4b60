/**
 * The input cannot be used as it is: a file that is no workbook, a missing heading, a wrong option.
 *
 * `message` is one Chinese sentence for the user: what is wrong, where (file, sheet, cell) and what to do. It never holds an
 * ID number. The command line prints it and exits with 2; the pane shows it in a message bar.
 */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';
}
