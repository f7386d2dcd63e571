using System.Management.Automation;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Management.Roles;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Session;

/// <summary>Signs accounts in.</summary>
internal static class SignIns
{
    /// <summary>Lets a runspace ask for an account from now on.</summary>
    /// <param name="handle">The lab.</param>
    /// <param name="account">The account, with its domain or without.</param>
    /// <param name="password">Its password; null where none is asked for.</param>
    /// <param name="role">The one of its user roles that counts; null for all.</param>
    /// <exception cref="LabException">
    /// There is no such account, the password is wrong, or it has no such role.
    /// </exception>
    public static void Make(LabHandle handle, string account, string? password, string? role)
    {
        var caller = new LabCaller(handle.Whole.Ask(new Logon(account, password)), null);
        LabSession.Current.SignIn(handle, handle.Whole.Ask(new RolesOfCaller(caller, role)));
    }

    /// <summary>The account that credentials are of.</summary>
    /// <exception cref="LabException">There is no such account, or the password is wrong.</exception>
    public static Key<Account> Check(LabHandle handle, PSCredential credential) => handle.Whole.Ask(
        new Logon(credential.UserName.TrimStart('\\'), credential.GetNetworkCredential().Password));

    /// <summary>Lets a runspace ask by one role of the account that is signed in.</summary>
    /// <exception cref="LabException">It has no such role.</exception>
    public static void Choose(LabHandle handle, string role)
    {
        LabCaller caller = LabSession.Current.CallerIn(handle) with { Role = null };
        LabSession.Current.SignIn(handle, handle.Whole.Ask(new RolesOfCaller(caller, role)));
    }
}
