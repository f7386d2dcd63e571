using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Storage;

/// <summary>Shares a folder of a lab's computer in the network.</summary>
/// <remarks>
/// The folder need hold nothing yet.
/// </remarks>
/// <example>
/// <code>New-LabSmbShare Library C:\Library -ComputerName LIB1</code>
/// Makes C:\Library of LIB1 \\LIB1\Library.
/// </example>
[Cmdlet(VerbsCommon.New, "LabSmbShare", SupportsShouldProcess = true)]
[OutputType(typeof(SmbShare))]
public sealed class NewLabSmbShareCommand : LabRequestCmdlet
{
    /// <summary>The share's name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>The folder's full path on the computer.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = null!;

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Description { get; set; }

    /// <summary>
    /// The computer. Without it, the host that was entered with Enter-LabHost, or the only host of the lab.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new NewSmbShare
    {
        Computer = ComputerNames.Host(Handle, ComputerName),
        Name = Name,
        Path = Path,
        Description = Description,
    };
}
