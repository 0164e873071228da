package tlsfit.trust;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import tlsfit.result.FindingCode;
import tlsfit.trust.Outcome.Ending;

/**
 * A study of what the verdict is worth: random measurements of known truth are analysed under the
 * program's defaults, and counted.
 *
 * <p>The command for it stands on the page coverage.md.
 */
public final class TrustStudy {
  private static final int SLOWEST = 5;

  private final int number;
  private final long seed;
  private final TrustRun run;
  private final PrintStream out;

  private TrustStudy(int number, long seed, TrustRun run, PrintStream out) {
    this.number = number;
    this.seed = seed;
    this.run = run;
    this.out = out;
  }

  /**
   * Makes the study.
   *
   * @param arguments what to do ({@code mix}, {@code search}, {@code clean} or {@code write}), the
   *     number of measurements (of each kind, in {@code mix} and {@code write}), the first seed,
   *     threads (0 for all processors), limit of processor time for each [s], and the folder to
   *     write to
   */
  @SuppressWarnings("SystemOut") // a tool of the command line
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int number = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    int asked = Integer.parseInt(arguments[3]);
    int threads = asked > 0 ? asked : Runtime.getRuntime().availableProcessors();
    TrustStudy study =
        new TrustStudy(
            number, seed, new TrustRun(threads, Double.parseDouble(arguments[4])), System.out);
    long start = System.nanoTime();
    switch (arguments[0]) {
      case "mix" -> study.mix();
      case "search" -> study.search();
      case "clean" -> study.clean();
      case "write" -> study.write(Path.of(arguments[5]));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    System.out.printf(
        Locale.ROOT,
        "in %.0f s on %d threads; %s%n",
        (System.nanoTime() - start) * 1e-9,
        threads,
        machine());
  }

  private static String machine() throws IOException {
    Path processors = Path.of("/proc/cpuinfo");
    String processor = System.getProperty("os.arch");
    if (Files.exists(processors)) {
      try (Stream<String> lines = Files.lines(processors)) {
        processor =
            lines
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(processor);
      }
    }
    return String.format(
        Locale.ROOT,
        "%d processors %s, Java %s, %s",
        Runtime.getRuntime().availableProcessors(),
        processor,
        System.getProperty("java.version"),
        LocalDate.now(ZoneOffset.UTC));
  }

  /** All kinds, counted one by one. */
  private void mix() throws InterruptedException {
    Kind[] kinds = Kind.values();
    List<Outcome> outcomes =
        analyse(
            number * kinds.length,
            k -> RandomMeasurements.of(kinds[k / number], seed + k % number),
            TrustRun::analyse,
            outcome -> true);
    table(outcomes).forEach(out::println);
    rules(outcomes).forEach(out::println);
    list("gross misses", outcomes, Outcome::gross);
    list("p missed", outcomes, o -> o.dipoleMissed() && !o.gross());
    list("chi missed, of relax", outcomes, o -> o.chiMissed() && o.kind() == Kind.RELAX);
    list("refused, of good", outcomes, o -> lost(o, Kind.GOOD));
    list("unfinished", outcomes, o -> o.ending() == Ending.UNFINISHED);
    out.println("slowest:");
    outcomes.stream()
        .sorted(Comparator.comparingDouble(Outcome::seconds).reversed())
        .limit(SLOWEST)
        .forEach(outcome -> out.println(outcome.line()));
  }

  /** Clean measurements alone, looking for valid ones that are wrong beyond chance. */
  private void search() throws InterruptedException {
    Map<Ending, Integer> ended = new ConcurrentHashMap<>();
    DoubleAdder expected = new DoubleAdder();
    List<Outcome> wrong =
        analyse(
            number,
            k -> RandomMeasurements.of(Kind.CLEAN, seed + k),
            TrustRun::screen,
            outcome -> {
              ended.merge(outcome.ending(), 1, Integer::sum);
              expected.add(outcome.grossByChance());
              return outcome.gross() || outcome.ending() == Ending.UNFINISHED;
            });
    out.printf(
        Locale.ROOT,
        "of %d clean measurements %d are valid, %d refused, %d unfinished%n",
        number,
        ended.getOrDefault(Ending.VALID, 0),
        ended.getOrDefault(Ending.REFUSED, 0),
        ended.getOrDefault(Ending.UNFINISHED, 0));
    out.printf(Locale.ROOT, "gross misses expected by chance: %.1f%n", expected.sum());
    list("gross misses", wrong, Outcome::gross);
    list("unfinished", wrong, o -> o.ending() == Ending.UNFINISHED);
  }

  /** Clean and informative measurements alone: how often there is a warning, or no answer. */
  private void clean() throws InterruptedException {
    List<Outcome> outcomes =
        analyse(
            number,
            k -> RandomMeasurements.of(Kind.GOOD, seed + k),
            TrustRun::analyse,
            outcome -> true);
    List<Outcome> valid = outcomes.stream().filter(o -> o.ending() == Ending.VALID).toList();
    long warned = valid.stream().filter(outcome -> !outcome.warnings().isEmpty()).count();
    Map<FindingCode, Long> codes =
        valid.stream()
            .flatMap(outcome -> outcome.warnings().stream())
            .collect(Collectors.groupingBy(c -> c, TreeMap::new, Collectors.counting()));
    out.printf(
        Locale.ROOT,
        "of %d clean informative fits %d are valid; of these %d (%.1f %%) show a warning: %s%n",
        number,
        valid.size(),
        warned,
        100.0 * warned / Math.max(valid.size(), 1),
        codes);
    list("refused", outcomes, o -> lost(o, Kind.GOOD));
    list("gross misses", outcomes, Outcome::gross);
  }

  /** Writes the tables of {@link #mix}, and {@code truth.csv} beside them. */
  private void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    StringBuilder truth = new StringBuilder(KnownMeasurement.TRUTH_HEADER).append('\n');
    for (Kind kind : Kind.values()) {
      for (int k = 0; k < number; k++) {
        KnownMeasurement known = RandomMeasurements.of(kind, seed + k);
        Files.writeString(folder.resolve(known.name() + ".csv"), known.table());
        truth.append(known.truthRow()).append('\n');
      }
    }
    Files.writeString(folder.resolve("truth.csv"), truth);
    out.println(number * Kind.values().length + " tables in " + folder);
  }

  @SuppressWarnings("SystemOut") // progress
  private List<Outcome> analyse(
      int measurements,
      Function<Integer, KnownMeasurement> make,
      Function<KnownMeasurement, Outcome> analysis,
      Predicate<Outcome> keep)
      throws InterruptedException {
    List<Outcome> kept =
        run.run(
            measurements,
            make,
            analysis,
            keep,
            done -> System.err.printf(Locale.ROOT, "\r%d of %d ", done, measurements));
    System.err.println();
    return kept;
  }

  private static boolean lost(Outcome outcome, Kind kind) {
    return outcome.kind() == kind && outcome.ending() != Ending.VALID;
  }

  private void list(String title, List<Outcome> outcomes, Predicate<Outcome> which) {
    List<Outcome> chosen = outcomes.stream().filter(which).toList();
    out.println(title + ": " + chosen.size());
    chosen.forEach(outcome -> out.println(outcome.line()));
  }

  /**
   * The counts by kind as rows of a table.
   *
   * @param outcomes of any kinds
   */
  static List<String> table(List<Outcome> outcomes) {
    String header =
        "| kind | n | valid | p missed | gross | chi missed | refused | unfinished | warned |"
            + " median s | largest s |\n|---|---|---|---|---|---|---|---|---|---|---|";
    return Stream.concat(
            Stream.of(header),
            Arrays.stream(Kind.values())
                .map(kind -> outcomes.stream().filter(o -> o.kind() == kind).toList())
                .filter(ofKind -> !ofKind.isEmpty())
                .map(TrustStudy::row))
        .toList();
  }

  private static String row(List<Outcome> ofKind) {
    double[] seconds = ofKind.stream().mapToDouble(Outcome::seconds).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %d | %d | %d | %d | %.2f | %.1f |",
        ofKind.get(0).kind().key(),
        ofKind.size(),
        count(ofKind, o -> o.ending() == Ending.VALID),
        count(ofKind, Outcome::dipoleMissed),
        count(ofKind, Outcome::gross),
        count(ofKind, Outcome::chiMissed),
        count(ofKind, o -> o.ending() == Ending.REFUSED),
        count(ofKind, o -> o.ending() == Ending.UNFINISHED),
        count(ofKind, o -> o.ending() == Ending.VALID && !o.warnings().isEmpty()),
        seconds[seconds.length / 2],
        seconds[seconds.length - 1]);
  }

  /**
   * What the counts ought to be: a 95 % interval misses in 5 %, within the central 99 % of a
   * binomial count.
   *
   * @param outcomes of all kinds
   */
  static List<String> rules(List<Outcome> outcomes) {
    List<Outcome> valid = outcomes.stream().filter(o -> o.ending() == Ending.VALID).toList();
    List<Outcome> right =
        valid.stream().filter(o -> o.kind() != Kind.NUISANCE && o.kind() != Kind.SLOW).toList();
    List<Outcome> relax = valid.stream().filter(o -> o.kind() == Kind.RELAX).toList();
    List<Outcome> nuisance = valid.stream().filter(o -> o.kind() == Kind.NUISANCE).toList();
    return List.of(
        "p missed of clean, good and relax: " + ofValid(right, Outcome::dipoleMissed),
        "chi missed of relax: " + ofValid(relax, Outcome::chiMissed),
        String.format(
            Locale.ROOT,
            "p missed of nuisance: %d of %d valid (at most %d)",
            count(nuisance, Outcome::dipoleMissed),
            nuisance.size(),
            (int) (0.15 * nuisance.size())));
  }

  private static String ofValid(List<Outcome> valid, Predicate<Outcome> missed) {
    BinomialDistribution expected = new BinomialDistribution(valid.size(), 0.05);
    return String.format(
        Locale.ROOT,
        "%d of %d valid (%d to %d)",
        count(valid, missed),
        valid.size(),
        expected.inverseCumulativeProbability(0.005),
        expected.inverseCumulativeProbability(0.995));
  }

  private static long count(List<Outcome> outcomes, Predicate<Outcome> which) {
    return outcomes.stream().filter(which).count();
  }
}
