BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab source -Seed 7 | Out-Null
    Add-LabHost -Name H1 | Out-Null
}

AfterAll { Get-Lab -WarningAction Ignore | Remove-Lab }

Describe 'An exported lab' {
    It 'comes back as it was, in the middle of an operation too' {
        $job = Install-LabOperatingSystem -ComputerName H1 -Edition HyperVServer2008R2 -AsJob -Lab source
        Step-LabClock -Seconds 5 -Lab source
        $folder = Export-Lab TestDrive:/kept -Lab source
        $again = $folder | Import-Lab -Name again
        $again.JournalHash | Should -Be (Get-Lab source).JournalHash
        $job | Wait-LabJob | Out-Null
        Get-LabJob -Lab again -State Running | Wait-LabJob | ForEach-Object State | Should -Be 'Completed'
        (Get-Lab again).JournalHash | Should -Be (Get-Lab source).JournalHash
    }

    It 'is written to the same folder again, the same lab giving the same bytes' {
        Export-Lab TestDrive:/first -Lab source | Import-Lab -Name copy | Out-Null
        Export-Lab TestDrive:/second -Lab copy | Out-Null
        Export-Lab TestDrive:/second -Lab source | Out-Null
        (Get-FileHash TestDrive:/second/lab.json).Hash | Should -Be (Get-FileHash TestDrive:/first/lab.json).Hash
    }

    It 'says where it was kept' {
        (Get-Lab source).Survives | Should -Match 'second'
    }

    It 'keeps the name that it had, which must be free' {
        { Import-Lab TestDrive:/first -ErrorAction Stop } |
            Should -Throw -ErrorId 'LabExists,HyperVLab.Commands.Labs.ImportLabCommand'
    }

    It 'is written to no folder that holds something else' {
        { Export-Lab $PSScriptRoot -Lab source -ErrorAction Stop } |
            Should -Throw -ErrorId 'FolderInUse,HyperVLab.Commands.Labs.ExportLabCommand'
    }

    It 'is neither written nor read under -WhatIf' {
        Export-Lab TestDrive:/none -Lab source -WhatIf
        'TestDrive:/none' | Should -Not -Exist
        Import-Lab TestDrive:/first -Name none -WhatIf
        Get-Lab none* | Should -BeNullOrEmpty
    }

    It 'is refused when it was <Damage>' -ForEach @(
        @{ Damage = 'cut'; Change = { $_.Substring(0, $_.Length / 2) } }
        @{ Damage = 'edited'; Change = { $_ -replace '"seed":7', '"seed":8' } }
        @{ Damage = 'made by a later version'; Change = { $_ -replace '"version":1', '"version":2' } }
    ) {
        Copy-Item TestDrive:/first TestDrive:/damaged -Recurse -Force
        $text = Get-Content TestDrive:/first/lab.json -Raw | ForEach-Object $Change
        [System.IO.File]::WriteAllText((Get-Item TestDrive:/damaged/lab.json).FullName, $text)
        { Import-Lab TestDrive:/damaged -Name damaged -ErrorAction Stop } |
            Should -Throw -ErrorId 'InvalidData,HyperVLab.Commands.Labs.ImportLabCommand'
        Get-Lab damaged* | Should -BeNullOrEmpty
    }

    It 'must be there' {
        { Import-Lab TestDrive:/nowhere -ErrorAction Stop } | Should -Throw -ErrorId '*ImportLabCommand'
    }
}
