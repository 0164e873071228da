package tlsfit.shipped;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The program as it is shipped, run by its launcher in a process of its own.
 *
 * @param launcher its path
 * @param folder where it is run
 * @param environment what is set beside the environment of the tests
 * @param before a command line that ends in the one of the program
 */
record Program(Path launcher, Path folder, Map<String, String> environment, List<String> before) {
  /** The longest that a run may take where the machine is busy. */
  private static final Duration LONG = Duration.ofMinutes(3);

  private static final Path BUILT = Path.of("target/tlsfit/bin/tlsfit").toAbsolutePath();

  /**
   * One run that has ended.
   *
   * @param status exit status
   * @param out standard output
   * @param err standard error
   */
  record Ended(int status, String out, String err) {}

  /**
   * One run that has begun.
   *
   * @param out file of standard output
   * @param err file of standard error
   */
  record Running(Process process, Path out, Path err) {
    /** Waits for text on standard error. */
    void waitFor(String text) throws IOException, InterruptedException {
      long end = System.nanoTime() + LONG.toNanos();
      while (!Files.readString(err).contains(text)) {
        if (!process.isAlive() || System.nanoTime() > end) {
          process.destroyForcibly();
          throw new IllegalStateException("never said " + text + ": " + Files.readString(err));
        }
        Thread.sleep(5);
      }
    }

    /** Sends a signal, as {@code INT}. */
    void signal(String name) throws IOException, InterruptedException {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    }

    /** Waits for its end. */
    Ended end() throws IOException, InterruptedException {
      if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("did not end: " + Files.readString(err));
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  /** The one that was built, run in a folder. */
  static Program in(Path folder) {
    return new Program(BUILT, folder, Map.of(), List.of());
  }

  /** The same behind other words, such as those of a shell that ends in {@code exec "$@"}. */
  Program after(String... command) {
    return new Program(launcher, folder, environment, List.of(command));
  }

  /** The same with a variable of the environment. */
  Program with(String name, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(name, value);
    return new Program(launcher, folder, more, before);
  }

  /** Begins a run whose output goes to files beside its folder. */
  Running start(String... args) throws IOException {
    Path err = Files.createTempFile(folder.getParent(), "err", ".txt");
    Path out = Files.createTempFile(folder.getParent(), "out", ".txt");
    return new Running(builder(err, args).redirectOutput(out.toFile()).start(), out, err);
  }

  /** Begins a run whose standard output nobody reads. */
  Running startUnread(String... args) throws IOException {
    Path err = Files.createTempFile(folder.getParent(), "err", ".txt");
    return new Running(builder(err, args).start(), err, err);
  }

  private ProcessBuilder builder(Path err, String... args) {
    List<String> command = new ArrayList<>(before);
    command.add(launcher.toString());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS"); // which Java tells on standard error
    builder.environment().putAll(environment);
    return builder.redirectError(err.toFile());
  }

  /** Runs it to its end. */
  Ended run(String... args) throws IOException, InterruptedException {
    return start(args).end();
  }

  /** Copies a sample of {@code sample-data} with its tables into the folder. */
  void copySample(String name) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("sample-data"))) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith(name)) {
          Files.copy(file, folder.resolve(file.getFileName()));
        }
      }
    }
  }

  /** All that is in the folder, hidden files too: names with contents. */
  Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        boolean plain = Files.isRegularFile(file);
        contents.put(
            folder.relativize(file).toString(),
            plain ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1) : "");
      }
    }
    return contents;
  }
}
