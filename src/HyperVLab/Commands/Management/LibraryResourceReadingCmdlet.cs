using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using LibraryResource = HyperVLab.Objects.LibraryResource;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that gets files of one kind from the library.</summary>
public abstract class LibraryResourceReadingCmdlet : LabCmdlet
{
    /// <summary>All files of the kind, as without any parameter.</summary>
    [Parameter(ParameterSetName = "All")]
    public SwitchParameter All { get; set; }

    /// <summary>Only those in the library of this server.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [ValidateNotNullOrEmpty]
    public string? VMMServer { get; set; }

    private protected abstract LibraryResourceKind Kind { get; }

    /// <summary>Writes those of a name for which something else holds.</summary>
    private protected void Write(string? name, Func<LibraryResourceView, bool> where)
    {
        int? server = VmmNames.Server(Handle, VMMServer)?.Number;
        HashSet<int> shares = [.. Handle.Lab.Views<LibraryShareView>()
            .Where(view => server is null || view.ServerKey == server)
            .Select(static view => view.Key)];
        WriteObject(
            Named<LibraryResourceView, LibraryResource>(
                name is null ? null : [name],
                view => view.Kind == Kind && shares.Contains(view.ShareKey) && where(view)),
            enumerateCollection: true);
    }
}
