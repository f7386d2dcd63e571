using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Storage;
using SmbShare = HyperVLab.Objects.SmbShare;

namespace HyperVLab.Commands.Management;

/// <summary>Finds the shares of a library server that are not in the library yet.</summary>
/// <example>
/// <code>Find-LabLibraryShare -LibraryServer LIB1</code>
/// Lists what LIB1 shares and the library does not have.
/// </example>
[Cmdlet(VerbsCommon.Find, "LabLibraryShare", DefaultParameterSetName = "New")]
[Alias("Discover-LibraryShare")]
[OutputType(typeof(SmbShare))]
public sealed class FindLabLibraryShareCommand : LabCmdlet
{
    /// <summary>The computer, which need be no library server yet.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "New")]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string ComputerName { get; set; } = null!;

    /// <summary>The library server, by its computer's name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Existing", ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(NameCompleter<LibraryServerView>))]
    [ValidateNotNullOrEmpty]
    public string LibraryServer { get; set; } = null!;

    /// <inheritdoc/>
    private protected override void Process()
    {
        int computer = ParameterSetName == "New"
            ? ComputerNames.Host(Handle, ComputerName).Number
            : Handle.Lab.View<LibraryServerView>(VmmNames.Library(Handle, LibraryServer)!.Value.Number)!.ComputerKey;
        HashSet<string> known = Handle.Lab.Views<LibraryShareView>()
            .Select(static view => view.Path)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        WriteObject(
            Named<SmbShareView, SmbShare>(
                null, view => view.ComputerKey == computer && !known.Contains(view.NetworkPath)),
            enumerateCollection: true);
    }
}
