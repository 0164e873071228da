package tlsfit.table;

/** Marks that make a line a comment: {@code # % ! // ;} and {@code --} before a blank. */
final class CommentMark {
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
    return switch (c) {
      case '#', '%', '!', ';' -> c == separator ? 0 : run(text, at, c);
      case '/' -> text.startsWith("//", at) ? 2 : 0;
      case '-' -> isRemark(text, at) ? 2 : 0;
      default -> 0;
    };
  }

  private static int run(String text, int at, char mark) {
    int end = at;
    while (end < text.length() && text.charAt(end) == mark) {
      end++;
    }
    return end - at;
  }

  // "-- as Lua and SQL", not the dashes of a missing number
  private static boolean isRemark(String text, int at) {
    return text.startsWith("-- ", at)
        && at + 3 < text.length()
        && Character.isLetter(text.charAt(at + 3));
  }
}
