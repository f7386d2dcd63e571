using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Compute.Views;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Compute;

/// <summary>Gets the TCP ports of computers and guests that Set-LabTcpPort opened or closed.</summary>
/// <remarks>This cmdlet has no counterpart in the real modules.</remarks>
/// <example>
/// <code>Get-LabTcpPort web*</code>
/// Lists the ports of the guests whose names begin with web.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabTcpPort")]
[OutputType(typeof(TcpPortSetting))]
public sealed class GetLabTcpPortCommand : LabCmdlet
{
    /// <summary>The names of computers and virtual machines. Wildcards are permitted. Without it, all.</summary>
    [Parameter(Position = 0)]
    [Alias("ComputerName", "VMName")]
    [ArgumentCompleter(typeof(NetworkEndCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Only these ports.</summary>
    [Parameter]
    public int[]? Port { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        var pattern = new WildcardPattern(Name ?? "*", WildcardOptions.IgnoreCase);
        WriteObject(
            Handle.Lab.Views<TcpPortView>()
                .Where(view => pattern.IsMatch(view.Name) && (Port?.Contains(view.Port) ?? true))
                .Select(view => LabObjects.Of<TcpPortSetting>(Handle, view)),
            enumerateCollection: true);
    }
}
