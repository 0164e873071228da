package tlsfit.table;

/** Marks that make a line a comment: {@code # % ! // ;} and {@code --} before a blank. */
final class CommentMark {
  private static final String SINGLE = "#%!;";

  private CommentMark() {}

  /**
   * Length of the mark at a place of a text; 0 where none is.
   *
   * @param text a text
   * @param at where its line begins, blanks aside
   * @param separator of the fields; a semicolon that separates begins an empty field, no comment
   */
  static int length(String text, int at, char separator) {
    char c = text.charAt(at);
    if (SINGLE.indexOf(c) >= 0 && c != separator) {
      int end = at;
      while (end < text.length() && text.charAt(end) == c) {
        end++;
      }
      return end - at;
    }
    if (text.startsWith("//", at)) {
      return 2;
    }
    boolean words =
        text.startsWith("-- ", at)
            && at + 3 < text.length()
            && Character.isLetter(text.charAt(at + 3));
    return words ? 2 : 0;
  }
}
