package tlsfit.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tlsfit.result.FitResult;
import tlsfit.result.JointRefit;

/**
 * Samples side by side, from their results alone.
 *
 * <p>Quantities are compared by their logarithms. A sample's own error is the confidence interval
 * of its result, each side by itself; what the calibration leaves uncertain moves the samples that
 * share a number of it together, each by the derivative that its result holds, so that it cancels
 * in a ratio as far as the derivatives are the same.
 *
 * @param level confidence level of all intervals
 * @param samples one for each result, in their order
 * @param quantities compared
 * @param shared numbers of the calibration that several samples share
 * @param references known values that were compared with
 * @param notes in what the samples differ
 * @param joint their joint fit; null where none was asked for
 */
public record Comparison(
    double level,
    List<ComparedSample> samples,
    List<QuantityComparison> quantities,
    List<SharedNumber> shared,
    List<Reference> references,
    List<Note> notes,
    @Nullable JointRefit joint) {
  /** Samples beyond which pairs are compared with one sample only. */
  public static final int MOST_PAIRED = 40;

  private static final double SAME_FREQUENCY = 1.01;

  /** Copies the lists. */
  public Comparison {
    samples = List.copyOf(samples);
    quantities = List.copyOf(quantities);
    shared = List.copyOf(shared);
    references = List.copyOf(references);
    notes = List.copyOf(notes);
  }

  /** Compares results with each other as usual. */
  public static Comparison of(List<FitResult> results) {
    return of(results, CompareOptions.DEFAULT);
  }

  /**
   * Compares results with each other.
   *
   * @throws NoSuchElementException if the sample that ratios are asked to is none of them; its
   *     message is the name
   */
  public static Comparison of(List<FitResult> results, CompareOptions options) {
    return new Builder(results, options).make();
  }

  /** The same with a joint fit of the samples. */
  public Comparison with(JointRefit fitted) {
    return new Comparison(level, samples, quantities, shared, references, notes, fitted);
  }

  /** The numbers of the samples that may be compared by a quantity, all by one model. */
  public List<Integer> together(Quantity quantity) {
    List<ComparedValue> values = of(quantity).values();
    List<Integer> comparable =
        IntStream.range(0, samples.size())
            .filter(i -> values.get(i).obstacle() == null)
            .boxed()
            .toList();
    return comparable.stream()
        .filter(i -> Pairs.obstacle(samples.get(comparable.get(0)), samples.get(i)) == null)
        .toList();
  }

  /** The comparison of one quantity. */
  public QuantityComparison of(Quantity quantity) {
    return quantities.stream().filter(one -> one.quantity() == quantity).findFirst().orElseThrow();
  }

  /** The known values of one quantity. */
  public List<Reference> references(Quantity quantity) {
    return references.stream().filter(one -> one.quantity() == quantity).toList();
  }

  /** Whether any two samples could be compared by anything. */
  public boolean comparesAnything() {
    return quantities.stream()
        .anyMatch(
            one ->
                one.pool() != null
                    || one.pairs().stream().anyMatch(pair -> pair.ratio() != null)
                    || !one.references().isEmpty());
  }

  /** What a comparison is made with. */
  private static final class Builder {
    private final List<FitResult> results;
    private final CompareOptions options;
    private final double level;
    private final List<ComparedSample> samples = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private Builder(List<FitResult> results, CompareOptions options) {
      this.results = results;
      this.options = options;
      List<String> names = names(results);
      for (int i = 0; i < results.size(); i++) {
        samples.add(ComparedSample.of(names.get(i), results.get(i)));
      }
      List<Double> levels = samples.stream().map(ComparedSample::level).distinct().toList();
      level = options.level().orElse(levels.size() == 1 ? levels.get(0) : CompareOptions.LEVEL);
    }

    private Comparison make() {
      note(Note.Code.MODELS, ComparedSample::model);
      note(Note.Code.EDITIONS, one -> one.model() + " " + one.modelEdition());
      note(Note.Code.RELAXATION, one -> Boolean.toString(one.relaxation()));
      note(Note.Code.LEVELS, one -> Double.toString(one.level()));
      note(Note.Code.NOISE, ComparedSample::noise);
      noteFrequencies();
      int to = options.ratioTo().map(this::number).orElse(-1);
      boolean pairs = to >= 0 || samples.size() <= MOST_PAIRED;
      if (!pairs) {
        notes.add(new Note(Note.Code.PAIRS_LEFT_OUT, List.of()));
      }
      noteCovariate();
      List<QuantityComparison> quantities = new ArrayList<>();
      List<SampleLogarithm> first = List.of();
      for (Quantity quantity : Quantity.values()) {
        List<SampleLogarithm> logarithms = logarithms(quantity);
        first = quantity == Quantity.DIPOLE_MOMENT ? logarithms : first;
        boolean own = quantity != Quantity.LOSS_TANGENT;
        quantities.add(
            quantity(
                quantity,
                logarithms,
                pairs && own ? new Pairs(samples, logarithms, level).all(to) : List.of()));
      }
      return new Comparison(
          level, samples, quantities, shared(first), options.references(), notes, null);
    }

    private List<SampleLogarithm> logarithms(Quantity quantity) {
      return IntStream.range(0, results.size())
          .mapToObj(
              i ->
                  SampleLogarithm.of(
                      quantity,
                      i,
                      samples.get(i).name(),
                      results.get(i),
                      options.calibration(),
                      level))
          .toList();
    }

    private QuantityComparison quantity(
        Quantity quantity, List<SampleLogarithm> logarithms, List<Pair> pairs) {
      List<Integer> together = together(logarithms);
      List<SampleLogarithm> comparable = together.stream().map(logarithms::get).toList();
      boolean enough = comparable.size() >= 3 || (options.pool() && comparable.size() >= 2);
      @Nullable Pool pool = enough ? new Pooling(comparable, level).pool(options.pool()) : null;
      List<ReferenceTest> references = new ArrayList<>();
      for (Reference reference : options.references()) {
        if (reference.quantity() == quantity) {
          references.addAll(
              KnownValues.test(reference, comparable, pool == null ? null : pool.mean(), level));
        }
      }
      return new QuantityComparison(
          quantity,
          unit(quantity),
          logarithms.stream().map(SampleLogarithm::value).toList(),
          pairs,
          pool,
          references,
          options.against().map(name -> line(name, together, logarithms)).orElse(null));
    }

    /** The largest set of samples that may be compared with each other, as their numbers. */
    private List<Integer> together(List<SampleLogarithm> logarithms) {
      Map<String, List<Integer>> groups = new LinkedHashMap<>();
      for (int i = 0; i < samples.size(); i++) {
        if (logarithms.get(i).isComparable()) {
          String model = samples.get(i).model() + " " + samples.get(i).modelEdition();
          groups.computeIfAbsent(model, key -> new ArrayList<>()).add(i);
        }
      }
      int most = groups.values().stream().mapToInt(List::size).max().orElse(0);
      return groups.values().stream()
          .filter(group -> group.size() == most)
          .findFirst()
          .orElse(List.of());
    }

    private @Nullable CovariateLine line(
        String name, List<Integer> together, List<SampleLogarithm> logarithms) {
      CovariateValues values = CovariateValues.of(name, samples);
      List<Integer> known = together.stream().filter(values::has).toList();
      if (known.size() < 3) {
        return null;
      }
      double[] x = known.stream().mapToDouble(values::get).toArray();
      return new Pooling(known.stream().map(logarithms::get).toList(), level)
          .line(name, values.unit(), x);
    }

    private int number(String name) {
      return IntStream.range(0, samples.size())
          .filter(i -> samples.get(i).name().equals(name))
          .findFirst()
          .orElseThrow(() -> new NoSuchElementException(name));
    }

    private void note(Note.Code code, Function<ComparedSample, String> of) {
      List<String> values = samples.stream().map(of).distinct().toList();
      boolean editions = code == Note.Code.EDITIONS;
      long models = samples.stream().map(ComparedSample::model).distinct().count();
      if (values.size() > (editions ? models : 1)) {
        notes.add(new Note(code, values));
      }
    }

    private void noteFrequencies() {
      List<Double> known =
          samples.stream()
              .map(ComparedSample::referenceFrequency)
              .filter(Objects::nonNull)
              .sorted(Comparator.naturalOrder())
              .toList();
      if (!known.isEmpty() && known.get(known.size() - 1) > SAME_FREQUENCY * known.get(0)) {
        notes.add(
            new Note(
                Note.Code.FREQUENCIES,
                List.of(known.get(0).toString(), known.get(known.size() - 1).toString())));
      }
    }

    private void noteCovariate() {
      Optional<CovariateValues> values =
          options.against().map(name -> CovariateValues.of(name, samples));
      List<String> without =
          values
              .map(
                  known ->
                      IntStream.range(0, samples.size())
                          .filter(i -> !known.has(i))
                          .mapToObj(i -> samples.get(i).name())
                          .toList())
              .orElse(List.of());
      if (!without.isEmpty()) {
        notes.add(new Note(Note.Code.NO_COVARIATE, without));
      }
    }

    private List<SharedNumber> shared(List<SampleLogarithm> logarithms) {
      Map<String, List<String>> by = new LinkedHashMap<>();
      for (int i = 0; i < samples.size(); i++) {
        for (String key : logarithms.get(i).effects().keySet()) {
          by.computeIfAbsent(key, none -> new ArrayList<>()).add(samples.get(i).name());
        }
      }
      List<SharedNumber> numbers = new ArrayList<>();
      by.forEach(
          (key, names) -> {
            if (names.size() > 1) {
              numbers.add(new SharedNumber(key.split("\n", 2)[0], names));
            }
          });
      return numbers;
    }

    private static String unit(Quantity quantity) {
      return switch (quantity) {
        case DIPOLE_MOMENT -> "C m";
        case RELAXATION_TIME -> "s";
        default -> "1";
      };
    }

    private static List<String> names(List<FitResult> results) {
      Map<String, Integer> seen = new HashMap<>();
      List<String> names = new ArrayList<>();
      for (FitResult result : results) {
        int count = seen.merge(result.sample(), 1, Integer::sum);
        names.add(count == 1 ? result.sample() : result.sample() + " #" + count);
      }
      return names;
    }
  }
}
