package tlsfit.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tlsfit.units.Visible;

/**
 * The one way of text out of the program: to standard output, standard error, or a log. It is
 * UTF-8, every character in it is {@link Visible}, and whatever cannot be written is remembered, so
 * that the run ends with a message and not with half a result and exit status 0. After a first
 * failure nothing more is tried.
 */
final class Printer extends PrintWriter {
  /** Select graphic rendition (ECMA-48) with plain numbers: bold, colours, back to normal. */
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]{1,8}m");

  private final Sink sink;

  private Printer(Sink sink) {
    super(sink, true);
    this.sink = sink;
  }

  /** Text into a stream of bytes. */
  static Printer to(OutputStream stream) {
    return new Printer(new Sink(stream));
  }

  /** Standard output. */
  static Printer standardOutput() {
    return to(new FileOutputStream(FileDescriptor.out));
  }

  /** Standard error. */
  static Printer standardError() {
    return to(new FileOutputStream(FileDescriptor.err));
  }

  /** Writes a text that may be coloured, and nothing else that steers a terminal. */
  void printColoured(String text) {
    synchronized (lock) {
      int from = 0;
      for (Matcher colour = COLOUR.matcher(text); colour.find(); from = colour.end()) {
        print(text.substring(from, colour.start()));
        flush();
        sink.put(colour.group());
      }
      print(text.substring(from));
      flush();
    }
  }

  /** Writes over the line that the cursor is in. */
  void overwrite(String line) {
    synchronized (lock) {
      flush();
      sink.put("\r");
      print(line);
      flush();
    }
  }

  /** Brings the cursor back to the beginning of its line. */
  void returnCarriage() {
    overwrite("");
  }

  /**
   * Why something was not written, if that is worth a word: a reader who has seen enough, as {@code
   * head} has, knows what he does.
   */
  Optional<IOException> failure() {
    flush();
    return Optional.ofNullable(sink.failure).filter(failure -> !isClosedPipe(failure));
  }

  private static boolean isClosedPipe(IOException failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    // As Linux, macOS and Windows (errors 109 and 232) say it.
    return message.contains("broken pipe")
        || message.contains("pipe has been ended")
        || message.contains("pipe is being closed");
  }

  /** The end of the way; fails silently, and once. */
  private static final class Sink extends Writer {
    private final Writer encoder;
    private @Nullable IOException failure;
    private boolean broken; // by what no stream may throw: nothing more is tried
    private @Nullable Character high; // half a character, until the other half comes

    private Sink(OutputStream stream) {
      encoder =
          new OutputStreamWriter(new BufferedOutputStream(stream, 1 << 13), StandardCharsets.UTF_8);
    }

    @Override
    public void write(char[] text, int offset, int length) {
      String piece = new String(text, offset, length);
      synchronized (lock) {
        if (high != null) {
          piece = high + piece;
          high = null;
        }
        if (!piece.isEmpty() && Character.isHighSurrogate(piece.charAt(piece.length() - 1))) {
          high = piece.charAt(piece.length() - 1);
          piece = piece.substring(0, piece.length() - 1);
        }
        put(Visible.of(piece));
      }
    }

    private void put(String text) {
      attempt(() -> encoder.write(text));
    }

    @Override
    public void flush() {
      attempt(encoder::flush);
    }

    @Override
    public void close() {
      attempt(encoder::close);
    }

    private void attempt(Step step) {
      if (broken || failure != null) {
        return;
      }
      broken = true;
      try {
        step.run();
        broken = false;
      } catch (IOException e) {
        failure = e;
      }
    }

    private interface Step {
      void run() throws IOException;
    }
  }
}
