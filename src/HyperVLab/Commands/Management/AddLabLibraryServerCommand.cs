using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using LibraryServer = HyperVLab.Objects.LibraryServer;

namespace HyperVLab.Commands.Management;

/// <summary>Makes a computer a library server of Virtual Machine Manager.</summary>
/// <remarks>
/// The agent is put there where it is not yet. The computer must be in the server's domain and run Windows Server, and
/// the account that asks must be one of its local administrators. Its shares come into the library with
/// Add-LabLibraryShare.
/// </remarks>
/// <example>
/// <code>Add-LabLibraryServer LIB1</code>
/// Makes LIB1 a library server.
/// </example>
/// <example>
/// <code>Add-LabLibraryServer LIB1 -VMHostGroup 'Rack 1'</code>
/// Makes LIB1 the library server near to the hosts of a group.
/// </example>
[Cmdlet(VerbsCommon.Add, "LabLibraryServer", SupportsShouldProcess = true)]
[Alias("Add-LibraryServer")]
[OutputType(typeof(LibraryServer))]
public sealed class AddLabLibraryServerCommand : VmmServerCmdlet
{
    /// <summary>The computer.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string ComputerName { get; set; } = null!;

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>The group of hosts that it is near to, by name or place in the tree.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VMHostGroupView>))]
    [Alias("LibraryGroup")]
    [ValidateNotNullOrEmpty]
    public string? VMHostGroup { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => ComputerName;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new AddLibraryServer
    {
        Computer = ComputerNames.Host(Handle, ComputerName),
        Description = Description,
        VMHostGroup = VmmNames.Group(Handle, VMHostGroup),
        VMMServer = Server,
    };
}
