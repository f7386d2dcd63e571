using System.Management.Automation;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;
using LibraryResource = HyperVLab.Engine.Management.LibraryResource;

namespace HyperVLab.Commands.Management;

/// <summary>
/// A cmdlet that removes a file of one kind from the library; the parameter that names it is called as its kind.
/// </summary>
public abstract class LibraryFileRemovalCmdlet : VmmRequestCmdlet
{
    /// <summary>Removes it though something depends on it.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected abstract LibraryResourceKind Kind { get; }

    /// <summary>The request for a file that was found.</summary>
    private protected abstract LibraryResourceRemoval Removal(Key<LibraryResource> resource);

    /// <inheritdoc/>
    private protected sealed override LabRequest Request() =>
        Removal(VmmNames.Resource(Handle, TargetName, Kind)) with { Force = Force };
}
