using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using LibraryServer = HyperVLab.Objects.LibraryServer;

namespace HyperVLab.Commands.Management;

/// <summary>Changes what a library server is for, or which hosts it is near to.</summary>
/// <example>
/// <code>Set-LabLibraryServer LIB1 -Description 'Disks and ISOs'</code>
/// Says what LIB1 is for.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabLibraryServer", SupportsShouldProcess = true)]
[Alias("Set-LibraryServer")]
[OutputType(typeof(LibraryServer))]
public sealed class SetLabLibraryServerCommand : LibraryServerCmdlet
{
    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <summary>The group of hosts that it is near to, by name or place in the tree.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [Alias("LibraryGroup")]
    [ValidateNotNullOrEmpty]
    public string? VMHostGroup { get; set; }

    /// <summary>Makes it near to no group of hosts.</summary>
    [Parameter]
    [Alias("ClearLibraryGroup")]
    public SwitchParameter ClearVMHostGroup { get; set; }

    /// <inheritdoc/>
    private protected override LabRequest Request() => new SetLibraryServer
    {
        LibraryServer = Library,
        Description = Description,
        VMHostGroup = VmmNames.Group(Handle, VMHostGroup),
        ClearVMHostGroup = ClearVMHostGroup,
    };
}
