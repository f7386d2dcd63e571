using System.Management.Automation;
using HyperVLab.Engine.Management;
using LibraryResource = HyperVLab.Objects.LibraryResource;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that gets files of one kind from the library.</summary>
public abstract class LibraryResourceReadingCmdlet : VmmReadingCmdlet
{
    /// <summary>All files of the kind, as without any parameter.</summary>
    [Parameter(ParameterSetName = "All")]
    public SwitchParameter All { get; set; }

    private protected abstract LibraryResourceKind Kind { get; }

    /// <summary>Writes those of a name for which something else holds.</summary>
    private protected void Write(string? name, Func<LibraryResourceView, bool> where) =>
        Write<LibraryResourceView, LibraryResource>(
            name is null ? null : [name],
            view => Handle.Lab.View<LibraryShareView>(view.ShareKey)?.ServerKey,
            view => view.Kind == Kind && where(view));
}
