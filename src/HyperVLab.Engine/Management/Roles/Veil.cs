using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management.Roles;

/// <summary>
/// Takes from texts the names of what a caller does not see. What he is told is made of things that he sees, but rules
/// name what stands in a request's way, whosever it is.
/// </summary>
internal sealed class Veil
{
    /// <summary>What stands in place of a name.</summary>
    public const string Cover = "***";

    // Names of Windows' makers are no secret of any computer, and roles are called by words that stand in any path.
    private static readonly Type[] s_common =
        [typeof(HostFeature), typeof(InstalledPackage), typeof(FirewallGroup), typeof(UserRole)];

    private readonly Dictionary<string, List<string>> _hidden = new(StringComparer.OrdinalIgnoreCase);

    private Veil(IEnumerable<string> hidden)
    {
        foreach (string name in hidden)
        {
            string first = FirstWord(name);
            if (!_hidden.TryGetValue(first, out List<string>? names))
            {
                _hidden.Add(first, names = []);
            }

            names.Add(name);
        }
    }

    /// <summary>The veil before a caller's eyes.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="sees">Whether he sees what is under a key.</param>
    /// <param name="known">Names that he knows in any case: his own, and that of the computer at which he sits.</param>
    public static Veil Of(LabState lab, Func<IKey, bool> sees, IEnumerable<string> known)
    {
        var seen = new HashSet<string>(known, StringComparer.OrdinalIgnoreCase);
        var hidden = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        List<string> ordered = [];
        foreach ((_, ITable table) in lab.Tables)
        {
            if (!table.EntityType.IsAssignableTo(typeof(INamed)) || s_common.Contains(table.EntityType))
            {
                continue;
            }

            foreach (object row in table.Rows)
            {
                string name = ((INamed)row).Name;
                if (sees(table.KeyOf(row)))
                {
                    seen.Add(name);
                }
                else if (FirstWord(name).Length > 0 && hidden.Add(name))
                {
                    ordered.Add(name);
                }
            }
        }

        return new Veil(ordered.Where(name => !seen.Contains(name)).OrderByDescending(static name => name.Length));
    }

    /// <summary>A refusal or failure without names of what the caller does not see.</summary>
    /// <param name="refusal">What he would be told.</param>
    /// <param name="given">What he wrote himself, which he may read again.</param>
    public LabException Over(LabException refusal, string given) => new(
        refusal.Error,
        refusal.Target is { } target ? Over(target, given) : null,
        [.. refusal.Arguments.Select(argument => Over(argument, given))]);

    /// <summary>A text without these names.</summary>
    public string Over(string text, string given = "")
    {
        if (_hidden.Count == 0)
        {
            return text;
        }

        string covered = text;
        int at = 0;
        while (NextWord(covered, ref at) is { } word)
        {
            int start = at - word.Length;
            string? name = _hidden.TryGetValue(word, out List<string>? names)
                ? names.Find(one => StandsAt(covered, one, start - PrefixOf(one)))
                : null;
            if (name is not null && !given.Contains(name, StringComparison.OrdinalIgnoreCase))
            {
                int begin = start - PrefixOf(name);
                covered = $"{covered[..begin]}{Cover}{covered[(begin + name.Length)..]}";
                at = begin + Cover.Length;
            }
        }

        return covered;
    }

    private static bool StandsAt(string text, string name, int at) =>
        at >= 0
        && string.Compare(text, at, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
        && at + name.Length <= text.Length
        && (at + name.Length == text.Length || !char.IsLetterOrDigit(text[at + name.Length])
            || !char.IsLetterOrDigit(name[^1]));

    private static string FirstWord(string name)
    {
        int at = 0;
        return NextWord(name, ref at) ?? string.Empty;
    }

    // What stands in a name before its first letter or digit.
    private static int PrefixOf(string name) => name.IndexOf(FirstWord(name), StringComparison.Ordinal);

    // The next run of letters and digits; the place is behind it afterwards.
    private static string? NextWord(string text, ref int at)
    {
        while (at < text.Length && !char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        int start = at;
        while (at < text.Length && char.IsLetterOrDigit(text[at]))
        {
            at++;
        }

        return at > start ? text[start..at] : null;
    }
}
