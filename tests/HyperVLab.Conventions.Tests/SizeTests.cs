namespace HyperVLab.Conventions.Tests;

public sealed class SizeTests
{
    private const int MaxFileLines = 400;
    private const int MaxMethodLines = 60;
    private const int MaxColumns = 120;

    [Fact]
    public void A_file_has_fewer_than_400_lines() => Finding.None(
        from file in Code()
        where file.Lines.Length >= MaxFileLines
        select $"{file.Name} has {file.Lines.Length} lines");

    [Fact]
    public void A_line_stays_within_120_columns() => Finding.None(
        from file in Code().Concat(Scripts())
        from line in file.Lines.Index()
        where line.Item.Length > MaxColumns
        select $"{file.Name}:{line.Index + 1} has {line.Item.Length} columns");

    [Fact]
    public void A_method_has_fewer_than_60_lines() => Finding.None(
        from file in Code()
        from method in MethodsOf(file)
        where method.Length >= MaxMethodLines
        select $"{file.Name}:{method.Line} has a method of {method.Length} lines");

    [Fact]
    public void A_file_holds_the_one_type_that_it_is_named_after() => Finding.None(
        from file in Checkout.Sources("src").Concat(Checkout.Sources("tools"))
        let types = TypesOf(file).ToArray()
        let stem = Path.GetFileName(file.Name).Split('.')[0]
        where types.Length > 1 || (types.Length == 1 && !stem.StartsWith(types[0], StringComparison.Ordinal))
        select $"{file.Name} holds {string.Join(", ", types)}");

    private static IEnumerable<SourceFile> Code() => Checkout.Sources("src")
        .Concat(Checkout.Sources("tests"))
        .Concat(Checkout.Sources("tools"))
        .Concat(Checkout.Sources("bench"));

    private static IEnumerable<SourceFile> Scripts() => Checkout.Sources("Pester", "*.ps1")
        .Concat(Checkout.Sources("HyperVLab.Testing", "*.ps*1"))
        .Concat(new[] { "HyperVLab.psd1", "HyperVLab.psm1", "build.ps1" }
            .Select(name => new SourceFile(name, Checkout.PathOf(name))));

    // The layout is the formatter's: a method's braces stand alone, at the indentation of its declaration.
    private static IEnumerable<(int Line, int Length)> MethodsOf(SourceFile file)
    {
        for (int line = 1; line < file.Lines.Length; line++)
        {
            if (file.Lines[line].Trim() != "{" || !IsMethod(file.Lines, line - 1))
            {
                continue;
            }

            string closing = file.Lines[line].Replace('{', '}');
            int end = Array.FindIndex(file.Lines, line, text => text == closing);
            yield return (line, end - line + 1);
        }
    }

    private static bool IsMethod(string[] lines, int before)
    {
        int first = before;
        while (first > 0 && lines[first].Length - lines[first].TrimStart().Length > IndentOf(lines[before + 1]))
        {
            first--;
        }

        string declaration = lines[first].TrimStart();
        string[] words = ["public", "internal", "private", "protected", "static", "void", "async"];
        return lines[before].EndsWith(')') && words.Any(word =>
            declaration.StartsWith(word + " ", StringComparison.Ordinal))
            && !declaration.Contains(" class ", StringComparison.Ordinal)
            && !declaration.Contains(" record ", StringComparison.Ordinal);
    }

    private static int IndentOf(string line) => line.Length - line.TrimStart().Length;

    private static IEnumerable<string> TypesOf(SourceFile file)
    {
        string[] kinds = ["class", "struct", "interface", "enum", "record"];
        foreach (string line in file.Lines.Where(line => line.StartsWith("public ", StringComparison.Ordinal)
            || line.StartsWith("internal ", StringComparison.Ordinal)))
        {
            string[] words = line.Split(' ', '(', '<', ':', ';');
            int kind = Array.FindIndex(words, kinds.Contains);
            if (kind >= 0)
            {
                yield return kinds.Contains(words[kind + 1]) ? words[kind + 2] : words[kind + 1];
            }
        }
    }
}
