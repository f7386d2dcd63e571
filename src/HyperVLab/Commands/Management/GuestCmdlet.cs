using System.Management.Automation;
using System.Security;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;

namespace HyperVLab.Commands.Management;

/// <summary>A cmdlet that says what a guest operating system is told.</summary>
public abstract class GuestCmdlet : VmmRequestCmdlet
{
    /// <summary>The computer's name, of 1 to 15 characters; * for one that is drawn.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(HostNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ComputerName { get; set; }

    /// <summary>Whom the system is licensed to.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? FullName { get; set; }

    /// <summary>Which organisation the system is licensed to.</summary>
    [Parameter]
    [Alias("OrgName")]
    [ValidateNotNull]
    public string? OrganizationName { get; set; }

    /// <summary>The number of its time zone.</summary>
    [Parameter]
    [ValidateNotNull]
    public int? TimeZone { get; set; }

    /// <summary>The domain that the computer joins.</summary>
    [Parameter]
    [Alias("JoinDomain")]
    [ValidateNotNull]
    public string? Domain { get; set; }

    /// <summary>The account by which it joins. Its password is not looked at: a lab's accounts have none.</summary>
    [Parameter]
    [Alias("JoinDomainCredential")]
    [ValidateNotNull]
    public PSCredential? DomainJoinCredential { get; set; }

    /// <summary>Its workgroup, in place of a domain.</summary>
    [Parameter]
    [Alias("JoinWorkgroup")]
    [ValidateNotNull]
    public string? Workgroup { get; set; }

    /// <summary>
    /// The password that its administrator gets. The lab keeps a salted hash of it, and nothing once it is applied.
    /// </summary>
    [Parameter]
    [Alias("AdminPasswordCredential")]
    [ValidateNotNull]
    public PSCredential? LocalAdministratorCredential { get; set; }

    /// <summary>
    /// Its product key: five groups of five letters and digits, as text or as a SecureString. The lab keeps a salted
    /// hash of it.
    /// </summary>
    [Parameter]
    [SecretTransformation]
    [ValidateNotNull]
    public SecureString? ProductKey { get; set; }

    /// <summary>The answer file that is used too, by its name in the library or its network path.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<LibraryResourceView>))]
    [Alias("SysPrepFile")]
    [ValidateNotNullOrEmpty]
    public string? AnswerFile { get; set; }

    /// <summary>Whether the answer file adds to these settings, as it does, in place of coming before them.</summary>
    [Parameter]
    [ValidateNotNull]
    public bool? MergeAnswerFile { get; set; }

    /// <summary>What it runs when somebody first logs on.</summary>
    [Parameter]
    [ValidateNotNull]
    public string[]? GuiRunOnceCommands { get; set; }

    /// <summary>The operating system.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? OperatingSystem { get; set; }

    /// <summary>A request with what the parameters say of the guest.</summary>
    /// <exception cref="Engine.Requests.LabException">There is no such answer file, or no such product key.</exception>
    private protected TWish Told<TWish>(TWish wish)
        where TWish : GuestWish => wish with
        {
            ComputerName = ComputerName,
            FullName = FullName,
            OrganizationName = OrganizationName,
            TimeZone = TimeZone,
            Domain = Domain,
            DomainJoinCredential = DomainJoinCredential?.UserName,
            Workgroup = Workgroup,
            LocalAdministratorCredential = Secrets.VerifierOf(
                Handle, nameof(LocalAdministratorCredential), LocalAdministratorCredential?.Password),
            ProductKey = Secrets.VerifierOfKey(Handle, nameof(ProductKey), ProductKey),
            AnswerFile = AnswerFile is null
                ? null
                : VmmNames.Resource(Handle, AnswerFile, LibraryResourceKind.Script),
            MergeAnswerFile = MergeAnswerFile,
            GuiRunOnceCommands = GuiRunOnceCommands,
            OperatingSystem = OperatingSystem,
        };
}
