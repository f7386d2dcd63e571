using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Storage;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Storage;

/// <summary>Gets the files in the volumes of a lab's hosts.</summary>
/// <example>
/// <code>Get-LabFile C:\Library -ComputerName LIB1</code>
/// Lists the files in a folder and in those below it.
/// </example>
/// <example>
/// <code>Get-LabFile *.vhd</code>
/// Lists the virtual hard disks of the whole lab.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabFile")]
[OutputType(typeof(HostFile))]
public sealed class GetLabFileCommand : LabCmdlet
{
    /// <summary>
    /// Full paths of files or folders, with wildcards if need be; a name without a folder is looked for in all.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    /// <summary>
    /// The computers. Without it, the host that was entered with Enter-LabHost, or all of the lab.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        LabHandle handle = Handle;
        IReadOnlySet<int>? computers = ComputerNames.Scope(handle, ComputerName);
        WildcardPattern[] patterns = [.. (Path ?? ["*"]).SelectMany(PatternsOf)];
        foreach (StoredFileView view in handle.Lab.Views<StoredFileView>())
        {
            string[] paths = [.. view.Places
                .Where(place => computers is null || computers.Contains(place.ComputerKey))
                .Select(static place => Plain(place.Path))];
            if (patterns.Any(pattern => paths.Any(pattern.IsMatch)))
            {
                WriteObject(LabObjects.Of<HostFile>(handle, view));
            }
        }
    }

    private static IEnumerable<WildcardPattern> PatternsOf(string path)
    {
        string text = Plain(path).Replace('/', '\\').TrimEnd('\\');
        text = text.Contains('\\', StringComparison.Ordinal) || text is [.., ':' or ']'] ? text : $@"*\{text}";
        return [Pattern(text), Pattern($@"{text}\*")];
    }

    // A datastore's brackets are no wildcards.
    private static WildcardPattern Pattern(string text)
    {
        int end = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) + 1 : 0;
        string rest = text[end..].Replace("`", "``", StringComparison.Ordinal);
        return new(WildcardPattern.Escape(text[..end]) + rest, WildcardOptions.IgnoreCase);
    }

    // Paths on datastores are written another way: [san] web/web.vmdk.
    private static string Plain(string path) => path.StartsWith('[')
        ? path.Replace("] ", @"]\", StringComparison.Ordinal).Replace('/', '\\')
        : path;
}
