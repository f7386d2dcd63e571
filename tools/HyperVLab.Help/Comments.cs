using System.Text;
using System.Xml.Linq;

namespace HyperVLab.Help;

/// <summary>The XML comments of an assembly.</summary>
public sealed class Comments
{
    private readonly Dictionary<string, XElement> _members;

    /// <summary>Reads the file that the compiler wrote.</summary>
    public Comments(string path)
    {
        _members = XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
    }

    /// <summary>The text of an element of a member's comment; empty where there is none.</summary>
    public string TextOf(string member, string element) => string.Join(' ', ParagraphsOf(member, element));

    /// <summary>The paragraphs of an element of a member's comment.</summary>
    public IReadOnlyList<string> ParagraphsOf(string member, string element)
    {
        if (Find(member)?.Element(element) is not { } found)
        {
            return [];
        }

        IEnumerable<XElement> paragraphs = found.Elements("para").Any() ? found.Elements("para") : [found];
        return [.. paragraphs.Select(Flatten).Where(text => text.Length > 0)];
    }

    /// <summary>The examples of a member's comment.</summary>
    public IReadOnlyList<ExampleHelp> ExamplesOf(string member) =>
        [.. (Find(member)?.Elements("example") ?? []).Select(Example)];

    private XElement? Find(string member) => _members.GetValueOrDefault(member);

    private static ExampleHelp Example(XElement example)
    {
        var rest = new XElement(example);
        rest.Elements("code").Remove();
        IEnumerable<string> code = example.Elements("code").Select(element => Dedent(element.Value));
        return new ExampleHelp(string.Join("\n", code), Flatten(rest));
    }

    private static string Flatten(XElement element)
    {
        var text = new StringBuilder();
        foreach (XNode node in element.Nodes())
        {
            text.Append(node switch
            {
                XText plain => plain.Value,
                XElement { Name.LocalName: "see" or "paramref" or "typeparamref" } reference => NameOf(reference),
                XElement other => Flatten(other),
                _ => string.Empty,
            });
        }

        return string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string NameOf(XElement reference)
    {
        string name = (
            reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name"))!.Value;
        return name.Split('(')[0].Split('.', ':')[^1].Split('`')[0];
    }

    private static string Dedent(string code)
    {
        string[] lines = code.ReplaceLineEndings("\n").Trim('\n').Split('\n');
        int indent = lines.Skip(1).Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join("\n", lines.Select(line =>
            line.Length - line.TrimStart().Length >= indent ? line[indent..].TrimEnd() : line.Trim())).Trim();
    }
}
