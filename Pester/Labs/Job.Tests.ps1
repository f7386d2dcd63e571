BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'Jobs of a lab' {
    It 'tell what was asked, by whom and how it ended' {
        $job = Get-LabJob -Newest 1
        $job.Name | Should -Be 'NewLab'
        $job.State | Should -Be 'Completed'
        $job.Script | Should -Match '^New-Lab'
    }

    It 'are found by number, name and state' {
        (Get-LabJob 1).Id | Should -Be 1
        (Get-LabJob -Name New*).Id | Should -Be 1
        Get-LabJob -State Running | Should -BeNullOrEmpty
        Get-LabJob -Name Old* | Should -BeNullOrEmpty
    }

    It 'must exist where a number is given' {
        { Get-LabJob 99 -ErrorAction Stop } |
            Should -Throw -ErrorId 'JobNotFound,HyperVLab.Commands.Labs.GetLabJobCommand'
        { Wait-LabJob 99 -ErrorAction Stop } |
            Should -Throw -ErrorId 'JobNotFound,HyperVLab.Commands.Labs.WaitLabJobCommand'
    }

    It 'are written by Wait-LabJob at once when they have ended' {
        (Get-LabJob 1 | Wait-LabJob).Id | Should -Be 1
    }

    It 'cannot be stopped when they have ended' {
        { Get-LabJob 1 | Stop-LabJob -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidState,HyperVLab.Commands.Labs.StopLabJobCommand'
    }
}

Describe 'The log of a lab' {
    It 'names the computer and can be filtered' {
        (Get-LabEvent -ComputerName dc1).ComputerName | Should -Contain 'DC1'
        Get-LabEvent -Level Critical | Should -BeNullOrEmpty
        @(Get-LabEvent -MaxEvents 1).Count | Should -Be 1
        Get-LabEvent -After 01:00:00 | Should -BeNullOrEmpty
    }
}

Describe 'The journal of a lab' {
    It 'is written to a file with its hash' {
        $file = Export-LabJournal TestDrive:/run.json
        $file | Should -BeOfType ([System.IO.FileInfo])
        (Get-Content $file -Raw | ConvertFrom-Json).hash | Should -Be (Get-Lab).JournalHash
    }

    It 'overwrites no file with -NoClobber and writes none under -WhatIf' {
        Set-Content TestDrive:/there.json 'mine'
        { Export-LabJournal TestDrive:/there.json -NoClobber -ErrorAction Stop } |
            Should -Throw -ErrorId 'FileExists,HyperVLab.Commands.Labs.ExportLabJournalCommand'
        Export-LabJournal TestDrive:/there.json -WhatIf
        Get-Content TestDrive:/there.json | Should -Be 'mine'
    }

    It 'cannot be written where there is no file system' {
        { Export-LabJournal Variable:/run -ErrorAction Stop } |
            Should -Throw -ErrorId 'NotAFilePath,HyperVLab.Commands.Labs.ExportLabJournalCommand'
    }
}
