using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using GuestOSProfile = HyperVLab.Objects.GuestOSProfile;

namespace HyperVLab.Commands.Management;

/// <summary>Gets guest OS profiles of the library.</summary>
/// <example>
/// <code>Get-LabGuestOSProfile</code>
/// Lists the guest OS profiles.
/// </example>
[Cmdlet(VerbsCommon.Get, "LabGuestOSProfile")]
[Alias("Get-GuestOSProfile")]
[OutputType(typeof(GuestOSProfile))]
public sealed class GetLabGuestOSProfileCommand : VmmReadingCmdlet
{
    /// <summary>The names. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<GuestOSProfileView>))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <inheritdoc/>
    private protected override void Process() =>
        Write<GuestOSProfileView, GuestOSProfile>(Name is null ? null : [Name], static view => view.ServerKey);
}
