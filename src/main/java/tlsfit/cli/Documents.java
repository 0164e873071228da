package tlsfit.cli;

import java.util.function.Consumer;

/**
 * Results on their way to standard output, each printed when it is there: ten thousand of them need
 * the memory of one.
 */
final class Documents {
  private final Consumer<String> print;
  private final boolean array;
  private int number;

  /**
   * Begins.
   *
   * @param print takes the pieces
   * @param json whether they are JSON texts
   * @param several whether several were asked for, so that a script knows that it gets a list
   */
  Documents(Consumer<String> print, boolean json, boolean several) {
    this.print = print;
    array = json && several;
  }

  /** Prints one. */
  void add(String document) {
    String before = number == 0 ? "" : "\n\n";
    if (array) {
      before = number == 0 ? "[" : ",\n";
    }
    number++;
    print.accept(before + (array ? document.strip() : document));
  }

  /** Ends; a list of none is a list, too. */
  void end() {
    if (array) {
      print.accept((number == 0 ? "[" : "") + "]\n");
    }
  }
}
