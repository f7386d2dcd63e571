BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
}

Describe 'Before any lab exists' {
    BeforeAll { Get-Lab -WarningAction Ignore | Remove-Lab }

    It 'a cmdlet says how to make one' {
        { Get-LabClock -ErrorAction Stop } | Should -Throw -ErrorId 'NoLab,HyperVLab.Commands.Labs.GetLabClockCommand'
        { Get-LabClock -ErrorAction Stop } | Should -Throw '*New-Lab*'
    }

    It 'listing labs warns and writes nothing' {
        Get-Lab -WarningVariable warning -WarningAction SilentlyContinue | Should -BeNullOrEmpty
        $warning | Should -Match 'New-Lab'
    }
}

Describe 'Labs' {
    BeforeAll {
        New-Lab one -Seed 7 | Out-Null
        New-Lab two -Seed 7 | Out-Null
    }

    AfterAll { Get-Lab -WarningAction Ignore | Remove-Lab }

    It 'shows virtual time, jobs, seed, files and what survives' {
        $lab = Get-Lab one
        $lab.Now | Should -Be ([timespan]::Zero)
        $lab.PendingJobs | Should -Be 0
        $lab.Seed | Should -Be 7
        $lab.Path | Should -Match 'one'
        $lab.Survives | Should -Match 'Export-Lab'
    }

    It 'gives the same hash to the same seed and requests' {
        (Get-Lab one).JournalHash | Should -Be (Get-Lab two).JournalHash
    }

    It 'takes wildcards, which may match nothing' {
        (Get-Lab t*).Name | Should -Be 'two'
        Get-Lab x* | Should -BeNullOrEmpty
    }

    It 'refuses an unknown name' {
        { Get-Lab three -ErrorAction Stop } |
            Should -Throw -ErrorId 'LabNotFound,HyperVLab.Commands.Labs.GetLabCommand'
    }

    It 'refuses a name that is taken, ignoring case' {
        { New-Lab ONE -ErrorAction Stop } | Should -Throw -ErrorId 'LabExists,HyperVLab.Commands.Labs.NewLabCommand'
    }

    It 'refuses the name <_>' -ForEach 'a*', 'a/b', ' a' {
        { New-Lab $_ -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Labs.NewLabCommand'
    }

    It 'refuses a folder that has something in it' {
        { New-Lab three -Path $PSScriptRoot -ErrorAction Stop } |
            Should -Throw -ErrorId 'FolderInUse,HyperVLab.Commands.Labs.NewLabCommand'
    }

    It 'leaves nothing of a lab that was refused' {
        { New-Lab three -PrefixLength 99 -ErrorAction Stop } | Should -Throw
        Get-Lab three* | Should -BeNullOrEmpty
    }

    It 'makes and removes nothing under -WhatIf' {
        New-Lab three -WhatIf
        Remove-Lab one -WhatIf
        (Get-Lab).Name | Should -Be 'one', 'two'
    }

    It 'is meant by the cmdlets of this runspace when it is selected' {
        Select-Lab one
        (Get-LabClock).Lab.Name | Should -Be 'one'
        (Get-LabClock -Lab two).Lab.Name | Should -Be 'two'
        Get-Lab two | Select-Lab -Passthru | ForEach-Object IsCurrent | Should -BeTrue
    }

    It 'is chosen by each runspace for itself' {
        Select-Lab one
        $manifest = "$PSScriptRoot/../../HyperVLab.psd1"
        1 | ForEach-Object -Parallel {
            Import-Module $using:manifest
            Select-Lab two
        }
        (Get-LabClock).Lab.Name | Should -Be 'one'
    }

    It 'completes names' {
        TabExpansion2 'Get-LabClock -Lab t' | ForEach-Object CompletionMatches | ForEach-Object CompletionText |
            Should -Be 'two'
    }

    It 'can be removed from the pipeline' {
        New-Lab gone | Remove-Lab
        Get-Lab gone* | Should -BeNullOrEmpty
    }
}

Describe 'This computer' {
    BeforeAll { New-Lab here | Out-Null }
    AfterAll { Remove-Lab here }

    It 'is the host that was entered, until it is left' {
        Enter-LabHost dc1
        (Get-Lab here).EnteredHost | Should -Be 'DC1'
        Exit-LabHost
        (Get-Lab here).EnteredHost | Should -BeNullOrEmpty
    }

    It 'cannot be a host that is not there' {
        { Enter-LabHost nowhere -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Labs.EnterLabHostCommand'
    }
}

Describe 'A lab that is built already' {
    AfterAll { Get-Lab -WarningAction Ignore | Remove-Lab }

    It 'is the two blades of a BladeCenter S' {
        New-Lab blades -Preset BladeCenterS | Out-Null
        (Get-LabHost).Name | Should -Be 'HVR2NODO1', 'HVR2NODO2'
        Get-LabHost | ForEach-Object State | Should -Be 'Running', 'Running'
    }

    It 'is the same each time' {
        (New-Lab again -Preset BladeCenterS).JournalHash | Should -Be (Get-Lab blades).JournalHash
        (New-Lab other -Preset BladeCenterS -Seed 2).JournalHash | Should -Not -Be (Get-Lab blades).JournalHash
    }

    It 'is an inventory of a size' {
        New-Lab inventory -HostCount 4 -VMCount 8 -ClusterSize 2 -DomainName big.example | Out-Null
        Get-LabHost | Should -HaveCount 4
        (Get-LabHost)[0].Domain | Should -Be 'big.example'
    }

    It 'has a size that a lab can have' {
        { New-Lab none -HostCount 0 -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidParameter,HyperVLab.Commands.Labs.NewLabCommand'
        { New-Lab none -HostCount 4 -ClusterSize 17 -ErrorAction Stop } | Should -Throw
        Get-Lab none* | Should -BeNullOrEmpty
    }
}
