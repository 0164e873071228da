package tlsfit.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tlsfit.explain.Explain;
import tlsfit.explain.Setting;
import tlsfit.result.ExcludedReading;
import tlsfit.result.Finding;
import tlsfit.result.FitResult;
import tlsfit.units.NumberText;

/** What else is to be known of a fit, and where to measure next. */
final class NotesSection {
  private final FitResult result;
  private final Function<Setting, String> options;

  NotesSection(FitResult result, Function<Setting, String> options) {
    this.result = result;
    this.options = options;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    result.verdict().findings(Finding.Kind.NOTE).stream()
        .filter(note -> !note.holds())
        .forEach(note -> blocks.add(new Block.Item(Explain.finding(note).sentence(options))));
    excluded().forEach(line -> blocks.add(new Block.Item(line)));
    if (!blocks.isEmpty()) {
      blocks.add(0, new Block.Heading(2, "Notes"));
    }
    return blocks;
  }

  /** What the sample file leaves out, by table and reason. */
  private List<String> excluded() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (ExcludedReading reading : result.excludedReadings()) {
      numbers.merge(reading.file() + ", " + reading.reason(), 1, Integer::sum);
    }
    List<String> lines = new ArrayList<>();
    numbers.forEach(
        (what, number) ->
            lines.add(
                "Left out by the sample file: "
                    + NumberText.count(number, "reading")
                    + " ("
                    + what
                    + ")."));
    return lines;
  }

  /** Where to measure next. */
  static List<Block> next(FitResult result) {
    List<Block> blocks = new ArrayList<>();
    result.next().forEach(next -> blocks.add(new Block.Item(Explain.advice(next))));
    if (!blocks.isEmpty()) {
      blocks.add(0, new Block.Heading(2, "What to measure next"));
    }
    return blocks;
  }
}
