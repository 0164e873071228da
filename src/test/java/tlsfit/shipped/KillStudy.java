package tlsfit.shipped;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import tlsfit.files.WholeFile;
import tlsfit.result.FitResultFile;
import tlsfit.result.UnreadableResultException;

/**
 * Kills the program, as nothing can be done against, at random moments of a fit and of a write, and
 * looks at what is there then: the old file or the new one, whole.
 */
public final class KillStudy {
  private static final int LENGTH = 2_000_000; // bytes, so that most of the time is spent in writes

  private KillStudy() {}

  /**
   * Kills as often as is said, in a folder of its own.
   *
   * @param args kills in a fit, kills in a write, seed
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(Long.parseLong(args[2]));
    Path folder = Files.createDirectory(Files.createTempDirectory("tlsfit-kill").resolve("work"));
    System.out.println("fit:   " + inFits(folder, Integer.parseInt(args[0]), random));
    System.out.println("write: " + inWrites(folder, Integer.parseInt(args[1]), random));
  }

  /**
   * Kills fits of a sample whose result is there already.
   *
   * @param folder an empty one
   * @return how often the result was the old one, the new one, or neither
   */
  static Map<String, Integer> inFits(Path folder, int kills, SplittableRandom random)
      throws IOException, InterruptedException {
    Program program = Program.in(folder);
    program.copySample("control");
    String[] fit = {"fit", "-q", "--force", "--intervals", "wald", "control.yaml", "-o", "."};
    long began = System.nanoTime();
    program.run(fit);
    long whole = (System.nanoTime() - began) / 1_000_000;
    Path result = folder.resolve("control.json");
    byte[] complete = Files.readAllBytes(result);
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < kills; i++) {
      Files.copy(Path.of("fits/al-a.json"), result, StandardCopyOption.REPLACE_EXISTING);
      Program.Running run = program.start(fit);
      run.process().waitFor(random.nextLong(whole * 11 / 10), TimeUnit.MILLISECONDS);
      run.process().destroyForcibly();
      run.end();
      seen.merge(kind(result, complete), 1, Integer::sum);
    }
    return seen;
  }

  private static String kind(Path result, byte[] complete) throws IOException {
    try {
      String sample = FitResultFile.read(result).sample();
      boolean whole = sample.equals("al-a") || Files.size(result) == complete.length;
      return !whole ? "CUT" : sample.equals("al-a") ? "old" : "new";
    } catch (UnreadableResultException e) {
      return "CUT";
    }
  }

  /**
   * Kills processes that write one file over and over.
   *
   * @return how often the file was whole, and how many temporary files were left in all
   */
  static Map<String, Integer> inWrites(Path folder, int kills, SplittableRandom random)
      throws IOException, InterruptedException {
    Path target = folder.resolve("written");
    Map<String, Integer> seen = new TreeMap<>();
    for (int i = 0; i < kills; i++) {
      Process process = write(target);
      while (!Files.exists(target) && process.isAlive()) {
        Thread.sleep(5);
      }
      process.waitFor(random.nextLong(150), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      byte[] bytes = Files.readAllBytes(target);
      boolean whole = bytes.length == LENGTH;
      for (byte one : bytes) {
        whole &= one == bytes[0];
      }
      seen.merge(whole ? "whole" : "CUT", 1, Integer::sum);
      seen.merge("left behind", leftovers(folder), Integer::sum);
      WholeFile.write(folder.resolve("next"), new byte[1]);
      seen.merge("left behind after the next write", leftovers(folder), Integer::sum);
      Files.delete(target);
    }
    return seen;
  }

  private static Process write(Path target) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(home(WholeFile.class) + File.pathSeparator + home(Writer.class));
    command.add(Writer.class.getName());
    command.add(target.toString());
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Where a class was loaded from. */
  private static String home(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  private static int leftovers(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder, ".tlsfit-*")) {
      int count = 0;
      for (Path file : files) {
        count += Files.exists(file) ? 1 : 0;
      }
      return count;
    }
  }

  /** Writes a file until it is ended. */
  public static final class Writer {
    private Writer() {}

    /**
     * Writes.
     *
     * @param args the file
     */
    public static void main(String[] args) throws IOException {
      Path target = Path.of(args[0]);
      for (int i = 0; i < 100_000; i++) {
        byte[] bytes = new byte[LENGTH];
        Arrays.fill(bytes, (byte) i);
        WholeFile.write(target, bytes);
      }
    }
  }
}
