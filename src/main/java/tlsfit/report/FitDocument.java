package tlsfit.report;

import java.util.List;
import java.util.function.Function;
import tlsfit.explain.Setting;
import tlsfit.result.FitResult;

/**
 * The report of a fit as documents: the short one that a terminal shows, the full one, and the
 * sections that other pages put together in their own way. Nothing is calculated here beyond units
 * and rounding, and no finding is worded here.
 */
public final class FitDocument {
  private final FitResult result;
  private final Function<Setting, String> options;

  private FitDocument(FitResult result, Function<Setting, String> options) {
    this.result = result;
    this.options = options;
  }

  /**
   * The documents of a fit.
   *
   * @param options what a setting is called where it is made, such as an option
   */
  public static FitDocument of(FitResult result, Function<Setting, String> options) {
    return new FitDocument(result, options);
  }

  /**
   * The short report: about 40 lines of 80 characters.
   *
   * @param closing what stands at its end; may be empty
   */
  public Document brief(String closing) {
    DocumentBuilder document = new DocumentBuilder(result.sample());
    verdict().forEach(document::add);
    parameters().forEach(document::add);
    budget().forEach(document::add);
    models().forEach(document::add);
    goodness().forEach(document::add);
    next().forEach(document::add);
    notes().forEach(document::add);
    closing(closing).forEach(document::add);
    return document.document();
  }

  /** A last line, apart from the rest; nothing for an empty text. */
  public static List<Block> closing(String text) {
    return text.isEmpty() ? List.of() : List.of(new Block.Closing(text));
  }

  /**
   * One line of the fit among those of other samples.
   *
   * @param width of the longest name
   */
  public Document line(int width) {
    return new Document(
        result.sample(),
        List.of(
            new Block.SampleLine(
                VerdictSection.status(result),
                result.sample(),
                width,
                Quoted.of(result).map(Quoted::plain).orElse("") + ", model " + result.model())));
  }

  /** Everything that the result holds and a person may read. */
  public Document full() {
    return TextReport.document(result, options);
  }

  /** The verdict, the dipole moment in one line, and what makes the fit not valid. */
  public List<Block> verdict() {
    return new VerdictSection(result, options).blocks();
  }

  /** The parameters in one table. */
  public List<Block> parameters() {
    return new ParameterSection(result).blocks();
  }

  /** What the uncertainty of the dipole moment is made of; empty where it has no value. */
  public List<Block> budget() {
    return new BudgetSection(result).blocks();
  }

  /** What the other model of the shift says; empty where that is not known. */
  public List<Block> models() {
    return new ModelSection(result).blocks();
  }

  /** How well the model describes the readings: passed checks in short, failed ones in full. */
  public List<Block> goodness() {
    return new GoodnessSection(result, options).blocks();
  }

  /** Where to measure next; empty where all is well determined. */
  public List<Block> next() {
    return NotesSection.next(result);
  }

  /** What else is to be known; empty where nothing is. */
  public List<Block> notes() {
    return new NotesSection(result, options).blocks();
  }
}
