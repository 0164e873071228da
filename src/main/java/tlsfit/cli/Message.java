package tlsfit.cli;

/**
 * A message as it is told, whatever names and values of somebody else are part of it: no line of it
 * but the first begins where messages begin, so that none can be forged, and its length has an end.
 */
final class Message {
  private static final int MOST = 4000; // characters
  private static final int BEGINNING = 2000;
  private static final int END = 1000; // says how to mend it

  private Message() {}

  /** The message; of a long one the beginning and the end. */
  static String of(String message) {
    String text = message;
    int left = text.length() - BEGINNING - END;
    if (text.length() > MOST) {
      text =
          text.substring(0, BEGINNING)
              + " ... ("
              + left
              + " characters more) ... "
              + text.substring(text.length() - END);
    }
    return text.indexOf('\n') < 0 ? text : text.replace("\n", "\n    ");
  }
}
