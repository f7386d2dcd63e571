using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>What an answer file says; null for what it does not.</summary>
/// <param name="ComputerName">The computer's name; <c>*</c> for one that is drawn.</param>
/// <param name="Domain">The domain that it joins.</param>
/// <param name="Organization">Which organisation it is licensed to.</param>
internal sealed record Answers(string? ComputerName, string? Domain, string? Organization)
{
    /// <summary>What a file says, where a computer can be told it.</summary>
    /// <exception cref="LabException">None can.</exception>
    public static Answers Of(LibraryResource file, string? computerName, string? domain, string? organization)
    {
        var answers = new Answers(Said(computerName), Said(domain), Said(organization));
        try
        {
            GuestWishes.DemandName(answers.ComputerName);
            Libraries.DemandText(answers.Domain);
            Libraries.DemandText(answers.Organization);
            return answers;
        }
        catch (LabException refusal)
        {
            throw AnswerFiles.Wrong(file, refusal.Message);
        }
    }

    /// <summary>
    /// What a guest is told where there are both: settings come first where the file only adds to them, else the file.
    /// </summary>
    public GuestSettings Merge(GuestSettings settings)
    {
        bool hasName = settings.ComputerName != TemplateSettings.AnyName;
        bool isBefore = !settings.MergeAnswerFile;
        return settings with
        {
            ComputerName = isBefore || !hasName ? ComputerName ?? settings.ComputerName : settings.ComputerName,
            Domain = isBefore || settings.Domain.Length == 0 ? Domain ?? settings.Domain : settings.Domain,
            OrganizationName = isBefore || settings.OrganizationName.Length == 0
                ? Organization ?? settings.OrganizationName
                : settings.OrganizationName,
        };
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
