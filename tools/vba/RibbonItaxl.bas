Attribute VB_Name = "RibbonItaxl"
Option Explicit
' The whole VBA of itaxl: a click starts Python, waits, and says so when Python could not even start.
' Pure ASCII on purpose: the code page of a VBA project turns Thai into "?". Labels stand in the ribbon,
' messages in the sheet itaxl.conf of this add-in. No other workbook is ever asked for a setting.

Private Const CONF_SHEET As String = "itaxl.conf"
Private Const WITH_BOOK As String = "{{WITH_BOOK}}"
Private Const WITHOUT_BOOK As String = "{{WITHOUT_BOOK}}"
Private Const REGISTRY As String = "{{REGISTRY}}"

Private running As Boolean ' Excel takes clicks while Python works: one at a time

Public Sub ItaxlAction(ByVal control As IRibbonControl)
    ItaxlRun control.ID
End Sub

' The same by name: for Alt+F8 and for tests.
Public Sub ItaxlRun(ByVal buttonId As String)
    If Not (IsIn(WITH_BOOK, buttonId) Or IsIn(WITHOUT_BOOK, buttonId)) Then Exit Sub
    If running Then
        Tell Setting("MSG_RUNNING")
        Exit Sub
    End If
    running = True
    StartPython buttonId
    running = False
End Sub

' What Python may switch off while it writes is as before, however Python ends.
Private Sub StartPython(ByVal buttonId As String)
    Dim python As String, code As Long, why As String
    Dim screen As Boolean, events As Boolean, calculation As Long, known As Boolean
    On Error GoTo Failed
    If ActiveWorkbook Is Nothing And IsIn(WITH_BOOK, buttonId) Then
        Tell Setting("MSG_NO_WORKBOOK")
        Exit Sub
    End If
    python = Interpreter()
    If Not CreateObject("Scripting.FileSystemObject").FileExists(python) Then
        Tell Setting("MSG_NO_PYTHON") & vbCrLf & python
        Exit Sub
    End If
    screen = Application.ScreenUpdating
    events = Application.EnableEvents
    If Not ActiveWorkbook Is Nothing Then calculation = Application.Calculation: known = True
    Application.StatusBar = Setting("MSG_WORKING")
    code = Host().Run(CommandLine(python, buttonId), 0, True)
    GiveBack screen, events, calculation, known
    If code <> 0 Then
        Application.StatusBar = False ' else Python has given it back, or has something to say there
        Tell Setting("MSG_FAILED") & " (" & code & ")"
    End If
    Exit Sub
Failed:
    why = Err.Number & " " & Err.Description
    Application.StatusBar = False
    Tell Setting("MSG_BLOCKED") & vbCrLf & why
End Sub

Private Sub GiveBack(ByVal screen As Boolean, ByVal events As Boolean, ByVal calculation As Long, ByVal known As Boolean)
    On Error Resume Next ' a workbook that was closed meanwhile leaves nothing to calculate
    Application.ScreenUpdating = screen
    Application.EnableEvents = events
    If known Then Application.Calculation = calculation
End Sub

' The Python that installed the add-in, as it left its path in the registry; else the place of the bundle.
Private Function Interpreter() As String
    On Error Resume Next
    Interpreter = Host().RegRead(REGISTRY)
    On Error GoTo 0
    If Len(Interpreter) = 0 Then Interpreter = Host().ExpandEnvironmentStrings(Setting("INTERPRETER"))
End Function

' No command shell in between, and nothing of a file name that any of the parsers on the way could read:
' the name travels as the hexadecimal of its UTF-16 units.
Private Function CommandLine(ByVal python As String, ByVal buttonId As String) As String
    CommandLine = """" & python & """ -I -X utf8 -m itaxl.addin " & buttonId & _
        " --hwnd=" & Application.Hwnd
    If Not ActiveWorkbook Is Nothing Then CommandLine = CommandLine & " --book=" & Hexed(ActiveWorkbook.Name)
End Function

Private Function Hexed(ByVal text As String) As String
    Dim i As Long
    For i = 1 To Len(text)
        Hexed = Hexed & Right$("000" & Hex$(AscW(Mid$(text, i, 1)) And &HFFFF&), 4)
    Next i
End Function

Private Function IsIn(ByVal list As String, ByVal buttonId As String) As Boolean
    IsIn = InStr(1, list, "|" & buttonId & "|", vbBinaryCompare) > 0
End Function

' The value beside a key in column A of this add-in's own sheet; empty when there is no such key.
Private Function Setting(ByVal key As String) As String
    Dim sheet As Object, row As Long
    Set sheet = ThisWorkbook.Worksheets(CONF_SHEET)
    row = 1
    Do While Len(CStr(sheet.Cells(row, 1).Value)) > 0
        If CStr(sheet.Cells(row, 1).Value) = key Then
            Setting = CStr(sheet.Cells(row, 2).Value)
            Exit Function
        End If
        row = row + 1
    Loop
End Function

' Popup speaks Unicode; MsgBox goes through the code page.
Private Sub Tell(ByVal text As String)
    Host().Popup text, 0, "itaxl", 64
End Sub

Private Function Host() As Object
    Set Host = CreateObject("WScript.Shell")
End Function
