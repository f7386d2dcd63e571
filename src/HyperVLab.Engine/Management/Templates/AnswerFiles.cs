using System.Xml;
using System.Xml.Linq;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Management;

/// <summary>
/// Reads answer files of Windows' setup as far as the lab needs to know them: an unattend.xml, or a sysprep.inf of
/// earlier systems. They come from outside: no entity is resolved, and nothing in them is run.
/// </summary>
internal static class AnswerFiles
{
    private const string Unattend = "urn:schemas-microsoft-com:unattend";

    /// <summary>What an answer file of the library says.</summary>
    /// <exception cref="LabException">It is gone, too long, or no answer file.</exception>
    public static Answers Require(LabState lab, LibraryResource resource)
    {
        if (resource.Kind != LibraryResourceKind.Script)
        {
            throw LibraryErrors.ResourceKind.For(
                resource.Name, resource.Name, resource.Kind.ToString(), nameof(LibraryResourceKind.Script));
        }

        (StoredFile file, _, _) = LibraryFiles.Require(lab, resource);
        string text = LibraryContent.TextOf(lab, file)
            ?? throw Wrong(resource, "it is longer than 1 MB, no text in UTF-8, or cannot be read now.");
        return file.Name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? ReadXml(resource, text)
            : file.Name.EndsWith(".inf", StringComparison.OrdinalIgnoreCase) ? ReadSections(resource, text)
            : throw Wrong(resource, "its name ends neither with .xml nor with .inf.");
    }

    private static Answers ReadXml(LibraryResource resource, string text)
    {
        XElement root;
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = LibrarySettings.MaximumTextFileBytes,
            });
            root = XElement.Load(reader);
        }
        catch (XmlException damage)
        {
            throw Wrong(resource, damage.Message);
        }

        if (root.Name != XName.Get("unattend", Unattend))
        {
            throw Wrong(resource, $"its root is <{root.Name.LocalName}>, not <unattend> of {Unattend}.");
        }

        string? Value(string name) => root.Descendants(XName.Get(name, Unattend)).FirstOrDefault()?.Value.Trim();
        return Answers.Of(resource, Value("ComputerName"), Value("JoinDomain"), Value("RegisteredOrganization"));
    }

    private static Answers ReadSections(LibraryResource resource, string text)
    {
        Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
        bool hasSection = false;
        foreach (string line in text.Split('\n').Select(static line => line.Split(';')[0].Trim()))
        {
            hasSection |= line.Equals("[Unattended]", StringComparison.OrdinalIgnoreCase)
                || line.Equals("[GuiUnattended]", StringComparison.OrdinalIgnoreCase)
                || line.Equals("[UserData]", StringComparison.OrdinalIgnoreCase);
            if (line.Split('=', 2) is [var name, var value])
            {
                values.TryAdd(name.Trim(), value.Trim().Trim('"'));
            }
        }

        return hasSection
            ? Answers.Of(
                resource,
                values.GetValueOrDefault("ComputerName"),
                values.GetValueOrDefault("JoinDomain"),
                values.GetValueOrDefault("OrgName"))
            : throw Wrong(resource, "it has none of the sections [Unattended], [GuiUnattended] and [UserData].");
    }

    /// <summary>What a wrong answer file is refused with.</summary>
    public static LabException Wrong(LibraryResource resource, string why) =>
        TemplateErrors.AnswersWrong.For(resource.Name, resource.Name, why);
}
